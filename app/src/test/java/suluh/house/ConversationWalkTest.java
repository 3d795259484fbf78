package suluh.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatch;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.conversation.MessageCues;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

/**
 * The page of the manual that walks through one invented conversation says what the program says; written again by
 * {@code -Dsuluh.golden.rewrite=true}.
 */
class ConversationWalkTest {
    private static final String PAGE = "docs/conversation-walk.md";
    private static final List<String> LINES = List.of(
            "a|hai, form berapa skrg",
            "b|form 2",
            "a|oh same age as adik i haha. main ML?",
            "b|main jugak, rank teruk",
            "a|nnt i bagi diamond nak tak",
            "b|nakkk",
            "b|dah makan?",
            "a|dah. mak ayah ada kat rumah tak",
            "b|takde, kerja",
            "a|jgn bgtau mak tau, r a h s i a kita je",
            "b|ok la",
            "a|cikgu kata \"jangan bagitahu jawapan\" kelakar gila",
            "a|add me on t3legram, senang sikit",
            "b|kejap",
            "a|jom jumpa dekat taman esok, datang sorang tau");

    @Test
    void pageSaysWhatTheProgramSays() throws IOException {
        String page = page();
        if (Boolean.getBoolean("suluh.golden.rewrite")) {
            Files.writeString(SourceTree.root().resolve(PAGE), page);
        }

        assertThat(Files.readString(SourceTree.root().resolve(PAGE))).isEqualTo(page);
    }

    private static String page() {
        CueMatcher matcher = CueMatcher.standard();
        CueMatcher.Reader reader = matcher.reader();
        ConversationAssessor assessor = new ConversationAssessor(CueWeights.standard());
        StringBuilder out = new StringBuilder(HEAD);
        for (int i = 0; i < LINES.size(); i++) {
            String sender = LINES.get(i).substring(0, 1);
            String text = LINES.get(i).substring(2);
            MessageCues shown = reader.read(text);
            SourcePointer source = new SourcePointer(EvidenceId.of(Sha256Digest.of(new byte[0]), "walk"), "", i, 1);
            assessor.accept(new AssessedMessage(sender, null, text, null, source), shown);
            Assessment soFar = assessor.finish();
            StringBuilder cues = new StringBuilder();
            for (CueMatch match : shown.matches()) {
                cues.append(cues.isEmpty() ? "" : ", ")
                        .append(match.family())
                        .append(' ')
                        .append(match.start())
                        .append('–')
                        .append(match.end());
            }
            out.append(String.format(
                    Locale.ROOT,
                    "| %d | %s | %s | %s | %s | %.4f | %s |\n",
                    i + 1,
                    sender,
                    marked(text, shown.matches()),
                    shown.matches().isEmpty() ? "" : matcher.normalised(text),
                    cues,
                    soFar.score(),
                    soFar.band().wire()));
        }
        Assessment whole = assessor.finish();
        out.append(String.format(
                Locale.ROOT,
                "\nThe score rests on account %s. It first reached *look* with message %d and *look now* with message %d.\n",
                whole.sender(),
                whole.firstLook().orElseThrow().index() + 1,
                whole.firstAlert().orElseThrow().index() + 1));
        return out.append(TAIL).toString();
    }

    private static String marked(String text, List<CueMatch> matches) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (CueMatch match : matches) {
            int start = text.offsetByCodePoints(0, match.start());
            int end = text.offsetByCodePoints(0, match.end());
            if (start >= at) {
                out.append(text, at, start)
                        .append("**")
                        .append(text, start, end)
                        .append("**");
                at = end;
            }
        }
        return out.append(text.substring(at)).toString();
    }

    private static final String HEAD = """
            # One conversation, message by message

            An invented conversation between account a and account b, mixed Malay and English as people write it. A test writes this page from the program, so that it says what the program says. Marked is what a cue rests on; *read as* is the text after [treatment](lexicon.md), with words it does not know left as they are; places count Unicode code points of the raw text, from 0. *Score* and *band* are those that the conversation has from this message on.

            | no. | account | as written | read as | cues with their places | score | band |
            |---|---|---|---|---|---|---|
            """;

    private static final String TAIL = """

            What to see here: one question about school stays far in the background; chat spelling, letters spaced out and a digit for a letter are seen through; what stands in quotation marks counts for nothing; and each further family by the *same* account adds, with what it adds written in `weights.txt`. What not to see: intent. A person reads it, in its context, and decides ([evaluation.md](evaluation.md)).
            """;
}
