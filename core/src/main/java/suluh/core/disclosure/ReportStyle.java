package suluh.core.disclosure;

import java.util.List;

/** Fixed parts of the report: its style sheet and its paragraphs on method. */
final class ReportStyle {
    /**
     * The sheet of a disclosure's reading copy, which the verifier makes again byte by byte: a change of it needs a new
     * version of the disclosure's form, or disclosures made before fail.
     */
    static final String CSS = """
            :root{color-scheme:light dark;--line:#8886;--soft:#8881;--mark:#ffe08a;--ink-on-mark:#1a1a1a}
            body{font:16px/1.5 system-ui,"Noto Sans",sans-serif;margin:0}
            main{max-width:72rem;margin:0 auto;padding:1rem}
            h1{font-size:1.8rem}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}
            .caution{border-left:.4rem solid #b45309;padding:.5rem 1rem;background:var(--soft)}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:600}dd{margin:0}
            .sums{display:flex;flex-wrap:wrap;gap:.75rem;padding:0;list-style:none}
            .sums li{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .9rem}
            .sums strong{display:block;font-size:1.5rem}
            .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
            caption{text-align:left;font-weight:600;padding:.4rem 0}
            th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            td.figure{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
            code,.source{font-family:ui-monospace,monospace;font-size:.78rem;overflow-wrap:anywhere}
            .source{opacity:.8}
            .conversation{border:1px solid var(--line);border-radius:.4rem;padding:.2rem 1rem;margin:1rem 0;break-inside:avoid}
            .code{font-weight:600;font-size:.78rem;letter-spacing:.04em;border:1px solid var(--line);border-radius:.3rem;padding:0 .3rem}
            mark{background:var(--mark);color:var(--ink-on-mark);padding:0 .1rem}
            q{quotes:"“" "”"}bdi{white-space:pre-wrap}
            figure{margin:0;overflow-x:auto}figure svg{max-width:100%;height:auto}
            @media (max-width:40rem){dl{grid-template-columns:1fr}}
            @media print{body{font-size:11pt}.wide{overflow:visible}}
            """;

    /** The sheet of a case's report, which nobody makes again. */
    static final String CASE_REPORT_CSS = CSS + "body{overflow-wrap:anywhere}\n";

    static final List<String> METHOD = List.of(
            "Reading. Every file was sealed before it was read. Each statement above names the item, the path inside it, "
                    + "and the byte offset and length of the record it rests on (item path @offset+length).",
            "Joining accounts. Accounts were joined only when a platform or device records one telephone number, mail "
                    + "address or profile address as each account's own, or when a participant is the holder of the export. "
                    + "A name alone never joins two accounts. Families share devices: such links are only suggested.",
            "Network. Ties are memberships, administration, invitations and direct messages found in the records. "
                    + "Communities: Leiden (Traag and others 2019). Betweenness: Brandes 2001. Key players: Borgatti 2006. "
                    + "The figures describe what was handed in, not everything that took place.",
            "Conversations. Words and phrases of published stage models (O'Connell 2003; Lorenzo-Dus and others 2020) are "
                    + "marked where they stand, in English and Malay. Irony, quotation and play are missed at times, and so "
                    + "are cues in other languages or in pictures and calls. A high score asks for a look; a low score does "
                    + "not mean that nothing happened.",
            "Media. Digests and perceptual hashes (PDQ) were compared by machine; a list's category is its maker's. "
                    + "A near copy differs in at most 31 of 256 bits, turned or mirrored pictures included: very likely the "
                    + "same picture, and not proof of it. Who had it first is said among stated instants only.",
            "Seal. A seal proves that the bytes have not changed since they were received. It does not prove that a "
                    + "platform wrote them, nor who sat at a keyboard.",
            "To check this report, follow HOW-TO-VERIFY.txt in the bundle's first folder.");

    private ReportStyle() {}
}
