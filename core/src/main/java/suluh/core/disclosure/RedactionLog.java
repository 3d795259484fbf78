package suluh.core.disclosure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.Opening;
import suluh.core.disclosure.redaction.Placeholder;
import suluh.core.disclosure.redaction.Redaction;

/** The redaction log of a bundle under check, and what opens it, read beside the records. */
final class RedactionLog implements AutoCloseable {
    private final RecordLines lines;
    private final @Nullable RecordLines opened;
    private @Nullable Redaction ahead;
    private long count;

    private RedactionLog(RecordLines lines, @Nullable RecordLines opened) throws IOException, BundleFault {
        this.lines = lines;
        this.opened = opened;
        this.ahead = lines.redaction();
    }

    /** The log of one edition. */
    static RedactionLog of(BundleFiles files) throws IOException, BundleFault {
        return new RedactionLog(new RecordLines(files, DisclosureLayout.REDACTIONS), null);
    }

    /** The log together with the openings of the full edition. */
    static RedactionLog opened(BundleFiles log, BundleFiles full) throws IOException, BundleFault {
        return new RedactionLog(
                new RecordLines(log, DisclosureLayout.REDACTIONS), new RecordLines(full, DisclosureLayout.OPENINGS));
    }

    /** A hidden passage, with what stood there when that is known. */
    record Hidden(Redaction redaction, String original) {}

    /** What is hidden in this record, in the order of fields and places. */
    List<Hidden> of(DisclosedRecord record) throws IOException, BundleFault {
        List<Hidden> hidden = new ArrayList<>();
        Redaction last = null;
        while (ahead != null && ahead.number() <= record.number()) {
            if (ahead.number() < record.number() || (last != null && !isAfter(ahead, last))) {
                throw new BundleFault(
                        lines.where(), "lines in the order of records, fields and places", "another order");
            }
            hidden.add(new Hidden(ahead, original(ahead)));
            last = ahead;
            count++;
            ahead = lines.redaction();
        }
        return hidden;
    }

    /** Number of lines, after the last record; further lines are a fault. */
    long end() throws IOException, BundleFault {
        if (ahead != null) {
            throw new BundleFault(lines.where(), "a record with the number " + ahead.number(), "none");
        }
        if (opened != null && opened.opening() != null) {
            throw new BundleFault(opened.where(), "one opening for each redaction", "a further one");
        }
        return count;
    }

    private static boolean isAfter(Redaction redaction, Redaction last) {
        int byField = redaction.field().compareTo(last.field());
        return byField > 0 || (byField == 0 && redaction.start() >= last.end());
    }

    private String original(Redaction redaction) throws IOException, BundleFault {
        if (opened == null) {
            return "";
        }
        Opening opening = opened.opening();
        boolean isOfIt = opening != null
                && opening.number() == redaction.number()
                && opening.field().equals(redaction.field())
                && opening.start() == redaction.start();
        if (opening == null || !isOfIt) {
            throw new BundleFault(opened.where(), "the opening of " + place(redaction), "another one, or none");
        }
        if (!opening.commitment().equals(redaction.commitment())) {
            throw new BundleFault(
                    opened.where() + ", " + place(redaction),
                    redaction.commitment().hex(),
                    opening.commitment().hex());
        }
        return opening.value();
    }

    /** Where a passage stands, in words. */
    static String place(Redaction redaction) {
        return "record " + redaction.number() + ", " + redaction.field() + ", code point " + redaction.start();
    }

    /** Checks that the redacted record has exactly these placeholders and no other bracket of theirs. */
    static void match(DisclosedRecord redacted, List<Hidden> hidden) throws BundleFault {
        List<Redaction> left =
                new ArrayList<>(hidden.stream().map(Hidden::redaction).toList());
        for (var field : redacted.texts().entrySet()) {
            int[] text = field.getValue().codePoints().toArray();
            for (int at = 0; at < text.length; at++) {
                if (text[at] == Placeholder.OPEN || text[at] == Placeholder.CLOSE) {
                    Redaction next = left.isEmpty() ? null : left.removeFirst();
                    at = placeholder(redacted.number(), field.getKey(), text, at, next) - 1;
                }
            }
        }
        if (!left.isEmpty()) {
            throw new BundleFault(place(left.getFirst()), "a hidden passage, as the log says", "none");
        }
    }

    private static int placeholder(long number, String field, int[] text, int at, @Nullable Redaction next)
            throws BundleFault {
        String where = "record " + number + ", " + field + ", code point " + at;
        if (next == null || !next.field().equals(field) || next.start() != at || next.end() > text.length) {
            throw new BundleFault(where, "a line of the redaction log for each hidden passage", "none for this one");
        }
        Optional<Placeholder> placeholder = Placeholder.of(new String(text, at, next.end() - at));
        if (placeholder.isEmpty() || placeholder.get().kind() != next.kind()) {
            throw new BundleFault(where, "the words for a hidden " + next.kind().wire(), "another text");
        }
        return next.end();
    }

    /** Checks that the original record has, at the places of the log, what the openings say. */
    static void stands(DisclosedRecord original, List<Hidden> hidden) throws BundleFault {
        String field = "";
        int shift = 0;
        for (Hidden one : hidden) {
            Redaction redaction = one.redaction();
            shift = redaction.field().equals(field) ? shift : 0;
            field = redaction.field();
            String text = original.text(field);
            int codePoints = one.original().codePointCount(0, one.original().length());
            int start = redaction.start() + shift;
            boolean fits = start >= 0 && start + codePoints <= text.codePointCount(0, text.length());
            int from = fits ? text.offsetByCodePoints(0, start) : 0;
            if (!fits || !text.startsWith(one.original(), from)) {
                throw new BundleFault(place(redaction), "the original that the opening states", "another text");
            }
            shift += codePoints - (redaction.end() - redaction.start());
        }
    }

    /** The text of a field with the originals back in their places. */
    static String restored(DisclosedRecord redacted, String field, List<Hidden> hidden) throws BundleFault {
        String text = redacted.text(field);
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Hidden one : hidden) {
            if (one.redaction().field().equals(field)) {
                int from = text.offsetByCodePoints(0, one.redaction().start());
                out.append(text, at, from).append(one.original());
                at = text.offsetByCodePoints(0, one.redaction().end());
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    @Override
    public void close() throws IOException {
        lines.close();
        if (opened != null) {
            opened.close();
        }
    }
}
