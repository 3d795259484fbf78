package suluh.core.disclosure.report;

/** The look of the report, on paper and on a screen; the fonts are those that the maker of pages embeds. */
final class CourtStyle {
    private static final String CSS = """
            @page { size: A4; margin: 20mm 18mm 22mm 18mm;
              @bottom-left { font-family: Report, sans-serif; content: "@FOOTER@"; font-size: 6.4pt; color: #444; }
              @bottom-right { font-family: Report, sans-serif; content: counter(page) " / " counter(pages); font-size: 8pt; color: #222; } }
            * { font-family: Report, ReportHan, "Liberation Sans", Arial, sans-serif; }
            body { font-size: 10pt; line-height: 1.42; color: #1a1a1a; }
            h1 { font-size: 21pt; font-weight: normal; margin: 0 0 4mm 0; color: #12284c; }
            h2 { font-size: 14pt; font-weight: normal; color: #12284c; border-bottom: 0.8pt solid #12284c; margin: 9mm 0 3mm 0; padding-bottom: 1mm; page-break-after: avoid; }
            h3 { font-size: 11.5pt; font-weight: normal; color: #12284c; margin: 6mm 0 2mm 0; page-break-after: avoid; }
            h4 { font-size: 10.5pt; font-weight: normal; margin: 0 0 1mm 0; border-bottom: 0.4pt solid #bbb; padding-bottom: 0.6mm; page-break-after: avoid; }
            p { margin: 0 0 2mm 0; } ul, ol { margin: 0 0 2mm 0; padding-left: 6mm; } li { margin: 0 0 1mm 0; }
            .caution { border-left: 2.4pt solid #a15c00; background: #faf5ec; padding: 2mm 3mm; }
            table { width: 100%; border-collapse: collapse; margin: 0 0 3mm 0; -fs-table-paginate: paginate; }
            caption { text-align: left; color: #12284c; padding: 0 0 1mm 0; }
            th, td { border: 0.4pt solid #999; padding: 1mm 1.6mm; text-align: left; vertical-align: top; font-size: 8.6pt; font-weight: normal; word-wrap: break-word; }
            thead th { background: #e9edf4; color: #12284c; } tr { page-break-inside: avoid; }
            td.figure { text-align: right; }
            table.head td, table.head th { border: none; border-bottom: 0.4pt solid #ccc; font-size: 9.4pt; }
            table.head th { width: 46mm; color: #444; }
            table.items { table-layout: fixed; } table.items th:nth-child(1) { width: 14mm; } table.items th:nth-child(3) { width: 22mm; } table.items th:nth-child(4) { width: 62mm; }
            table.items td:nth-child(4) { font-size: 6.8pt; }
            table.roles { table-layout: fixed; } table.roles th:nth-child(1) { width: 48mm; } table.roles th:nth-child(2) { width: 34mm; }
            table.times { table-layout: fixed; } table.times th:nth-child(1) { width: 44mm; }
            .finding { margin: 0 0 4mm 0; } .kind { color: #12284c; text-decoration: underline; } strong { font-weight: normal; color: #12284c; } .finding strong { color: #1a1a1a; background: #ffe9a8; } .keep, figure { page-break-inside: avoid; }
            .source { font-size: 7.6pt; color: #444; } .small { font-size: 8.2pt; color: #333; } .digest { font-size: 7.6pt; word-wrap: break-word; }
            .certificate { page-break-before: always; } .mark { text-align: center; letter-spacing: 2pt; border: 0.8pt solid #12284c; padding: 1mm; }
            figure { margin: 0 0 3mm 0; } figure svg { width: 174mm; height: 125mm; } figcaption { font-size: 8.2pt; color: #333; }
            @media screen { body { max-width: 48rem; margin: 1rem auto; padding: 0 1rem; font-size: 16px; } th, td, table.head td, table.head th { font-size: 14px; overflow-wrap: anywhere; }
              .source, .small, figcaption, .digest { font-size: 13px; overflow-wrap: anywhere; } figure svg { width: 100%; height: auto; } }
            """;

    private CourtStyle() {}

    /** The style sheet with this line at the foot of each page. */
    static String css(String footer) {
        return CSS.replace("@FOOTER@", footer.replace("\\", "").replace("\"", ""));
    }
}
