package suluh.core.disclosure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import suluh.core.disclosure.selection.Edition;

/** The tag files of a disclosure's bundles, in their one form. */
final class DisclosureText {
    private static final Pattern BAG_INFO = Pattern.compile("Bag-Software-Agent: [^\\n]{1,200}\\n"
            + "Bagging-Date: [0-9]{4}-[0-9]{2}-[0-9]{2}\\n"
            + "External-Identifier: ([^\\n]{1,128})\\n"
            + "Suluh-Bundle-Format: suluh-disclosure/1\\n"
            + "Suluh-Disclosure: (dp-[0-9a-f]{16})\\n"
            + "Suluh-Edition: (full|redacted)\\n");

    private DisclosureText() {}

    /** Which bundle this is, by its bag-info.txt. */
    record About(String caseNumber, String disclosure, Edition edition) {}

    static String bagInfo(About about, LocalDate date, String software) {
        return "Bag-Software-Agent: " + software + "\n"
                + "Bagging-Date: " + date + "\n"
                + "External-Identifier: " + about.caseNumber() + "\n"
                + "Suluh-Bundle-Format: " + DisclosureLayout.FORMAT + "\n"
                + "Suluh-Disclosure: " + about.disclosure() + "\n"
                + "Suluh-Edition: " + about.edition().wire() + "\n";
    }

    static Optional<About> about(String bagInfo) {
        Matcher lines = BAG_INFO.matcher(bagInfo);
        return lines.matches()
                ? Edition.ofWire(lines.group(3)).map(edition -> new About(lines.group(1), lines.group(2), edition))
                : Optional.empty();
    }

    static String howToVerify() {
        return """
                HOW TO VERIFY THIS BUNDLE

                What it is. One of the two bundles of a disclosure: the full one, or the redacted one, in which names and
                identifiers of children and of other persons are replaced by words such as ⟦child 1⟧. bag-info.txt says
                which. Format: suluh-disclosure/1, a BagIt bag (RFC 8493).

                data/records.jsonl        what is disclosed, one numbered record a line
                data/redactions.jsonl     each replaced passage: where it stands, what kind it is, and a commitment to
                                          what stood there; the same file in both bundles
                data/reading-copy.html    the records as a page, for people; made from records.jsonl alone
                data/report.pdf           the report, in English; made from records.jsonl alone; report-ms.pdf in Malay,
                                          report-en.html and report-ms.html for a browser
                data/case.jsonld          the same as a CASE/UCO 1.4 graph
                data/ledger/              the part of the tamper-evident ledger that concerns this case
                data/openings.jsonl       in the full bundle only: salt and original of each passage
                data/evidence/            in the full bundle only: sealed files, byte for byte

                With the program. On a machine with Java 25 and nothing else:

                    java -jar suluh-verify.jar THIS-FOLDER --keys KEYS.txt
                    java -jar suluh-verify.jar REDACTED-FOLDER --against FULL-FOLDER --keys KEYS.txt
                    java -jar suluh-verify.jar REDACTED-FOLDER --reveal LINES.jsonl --keys KEYS.txt

                KEYS.txt is a policy (C2SP tlog-policy), which the agencies give you by another way than this bundle. The
                second form proves that the two bundles differ in the listed passages and in nothing else. The third
                proves single originals: LINES.jsonl holds lines of openings.jsonl, and nothing else is revealed.

                By hand, for one passage: the SHA-256 of the text suluh-redaction/1, a line feed, and the line of
                openings.jsonl without its line feed, is the commitment in the line of redactions.jsonl with the same
                number, field and start.

                What it proves. That nothing in this folder has changed since the keys signed the checkpoint, that two
                persons approved it, and that each passage commits to one original. It does not prove that a platform
                wrote the evidence, nor who sat at a keyboard.
                """;
    }
}
