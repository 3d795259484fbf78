package suluh.app.flow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.Placeholder;
import suluh.core.observation.SourcePointer;

/** A record of a disclosure in the making, with the fields that the redacted edition hides whole. */
final class RecordDraft {
    private final String kind;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final SortedMap<String, Long> figures = new TreeMap<>();
    private final Map<String, Placeholder> hidden = new TreeMap<>();

    RecordDraft(String kind) {
        this.kind = kind;
    }

    /** Adds a text; none when it is null. */
    RecordDraft text(String field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        }
        return this;
    }

    RecordDraft time(String field, @Nullable Instant at) {
        return text(field, at == null ? null : at.toString());
    }

    /** Adds a text that is hidden whole when there is a placeholder for it. */
    RecordDraft text(String field, String text, Optional<Placeholder> placeholder) {
        placeholder.ifPresent(whole -> hidden.put(field, whole));
        return text(field, text);
    }

    RecordDraft figure(String field, long figure) {
        figures.put(field, figure);
        return this;
    }

    /** Where the bytes are that say so. */
    RecordDraft source(SourcePointer source, Optional<Placeholder> item) {
        return text("item", source.item().value(), item)
                .text("path", source.path())
                .figure("offset", source.offset())
                .figure("length", source.length());
    }

    DisclosedRecord numbered(long number) {
        return new DisclosedRecord(number, kind, texts, figures);
    }

    Map<String, Placeholder> hidden() {
        return Map.copyOf(hidden);
    }
}
