package suluh.core.disclosure.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.disclosure.redaction.NameIndex.Passage;

/**
 * Makes the redacted record from the record, with the log of what was hidden and what opens it.
 *
 * <p>Hidden are whole fields that the caller names, and in the other texts names and handles ({@link NameIndex}) and what
 * has the form of an identifier ({@link Identifiers}). Passages that touch or overlap are hidden as one. The redacted text
 * is written anew; nothing of the original is covered or kept beside it. Not thread-safe.
 */
public final class Redactor {
    /** Values of ours, or digests: no words of anybody. */
    private static final Set<String> FIXED = Set.of(
            "disclosure",
            "case",
            "agency",
            "openedAt",
            "offence",
            "authority",
            "register",
            "sensitivity",
            "plannedBy",
            "from",
            "until",
            "reason",
            "what",
            "item",
            "sha256",
            "sha512",
            "sha1",
            "md5",
            "bytes",
            "at",
            "person",
            "act",
            "tool",
            "platform",
            "type",
            "role",
            "relation",
            "sentAt",
            "zone",
            "band",
            "code",
            "fate",
            "model");
    /** Keys that are hidden whole unless they are a subject's or a group's, and times as the source writes them. */
    private static final Set<String> NO_IDENTIFIERS =
            Set.of("key", "sender", "account", "inviter", "conversation", "a", "b", "sentAtText");

    private final NameIndex names;
    private final Identifiers identifiers;
    private final Salts salts;

    public Redactor(NameIndex names, Identifiers identifiers, Salts salts) {
        this.names = names;
        this.identifiers = identifiers;
        this.salts = salts;
    }

    /**
     * A record with what was hidden in it.
     *
     * @param record the redacted record
     * @param redactions in the order of fields and places
     * @param openings one for each redaction, in the same order
     */
    public record Redacted(DisclosedRecord record, List<Redaction> redactions, List<Opening> openings) {
        public Redacted {
            redactions = List.copyOf(redactions);
            openings = List.copyOf(openings);
        }

        /** True when a passage of this kind was hidden in this field. */
        public boolean hides(String field, RedactionKind kind) {
            return redactions.stream().anyMatch(one -> one.field().equals(field) && one.kind() == kind);
        }
    }

    /**
     * The redacted record.
     *
     * @param whole fields that are hidden from end to end, with their placeholders; empty texts need none
     */
    public Redacted redact(DisclosedRecord record, Map<String, Placeholder> whole) {
        SortedMap<String, String> texts = new TreeMap<>();
        List<Redaction> redactions = new ArrayList<>();
        List<Opening> openings = new ArrayList<>();
        record.texts().forEach((field, text) -> {
            Rewriting rewriting = new Rewriting(record.number(), field, text, redactions, openings);
            texts.put(field, rewriting.write(passages(field, text, whole)));
        });
        return new Redacted(record.with(texts), redactions, openings);
    }

    private List<Passage> passages(String field, String text, Map<String, Placeholder> whole) {
        Placeholder all = whole.get(field);
        if (all != null) {
            return text.isEmpty() ? List.of() : List.of(new Passage(0, text.length(), all));
        }
        if (FIXED.contains(field)) {
            return List.of();
        }
        List<Passage> found = new ArrayList<>(names.find(text));
        if (!NO_IDENTIFIERS.contains(field)) {
            found.addAll(identifiers.find(text));
        }
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == Placeholder.OPEN || text.charAt(at) == Placeholder.CLOSE) {
                found.add(new Passage(at, at + 1, new Placeholder(RedactionKind.BRACKET, 0)));
            }
        }
        return joined(found);
    }

    /** Passages in order, those that overlap made one under the kind that comes first. */
    private static List<Passage> joined(List<Passage> found) {
        found.sort(Comparator.comparingInt(Passage::start).thenComparing(Passage::end, Comparator.reverseOrder()));
        List<Passage> joined = new ArrayList<>();
        for (Passage passage : found) {
            Passage last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || passage.start() >= last.end()) {
                joined.add(passage);
            } else {
                boolean isStronger = passage.placeholder()
                                .kind()
                                .compareTo(last.placeholder().kind())
                        < 0;
                joined.set(
                        joined.size() - 1,
                        new Passage(
                                last.start(),
                                Math.max(last.end(), passage.end()),
                                isStronger ? passage.placeholder() : last.placeholder()));
            }
        }
        return joined;
    }

    /** One text written anew, its places counted in code points of the new text. */
    private final class Rewriting {
        private final long number;
        private final String field;
        private final String text;
        private final List<Redaction> redactions;
        private final List<Opening> openings;
        private final StringBuilder out = new StringBuilder();
        private int codePoints;

        Rewriting(long number, String field, String text, List<Redaction> redactions, List<Opening> openings) {
            this.number = number;
            this.field = field;
            this.text = text;
            this.redactions = redactions;
            this.openings = openings;
        }

        String write(List<Passage> passages) {
            int at = 0;
            for (Passage passage : passages) {
                append(text.substring(at, passage.start()));
                hide(passage);
                at = passage.end();
            }
            append(text.substring(at));
            return out.toString();
        }

        private void append(String part) {
            out.append(part);
            codePoints += part.codePointCount(0, part.length());
        }

        private void hide(Passage passage) {
            int start = codePoints;
            append(passage.placeholder().text());
            Opening opening = new Opening(
                    number,
                    field,
                    start,
                    salts.of(number, field, start),
                    text.substring(passage.start(), passage.end()));
            openings.add(opening);
            redactions.add(new Redaction(
                    number, field, start, codePoints, passage.placeholder().kind(), opening.commitment()));
        }
    }
}
