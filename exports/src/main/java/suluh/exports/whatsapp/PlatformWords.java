package suluh.exports.whatsapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words that WhatsApp itself puts into exports, of all languages together, out of {@code locales.txt}.
 *
 * <p>The language of an export is stated nowhere and may change within one, so every phrase holds in every file. All in
 * lower case, without direction marks, every space a plain one.
 */
final class PlatformWords {
    /** What a phrase stands for; named as in the file, which says more of each. */
    enum Key {
        CHAT,
        MORNING,
        AFTERNOON,
        BETWEEN,
        MEDIA,
        PHOTO,
        VIDEO,
        AUDIO,
        STICKER,
        GIF,
        FILE,
        CONTACT,
        BEHIND,
        BEFORE,
        REMOVED,
        CALL,
        NOTICE,
        GROUP,
        JOINED,
        LEFT,
        CREATED,
        ADDED,
        AND
    }

    private static final String RESOURCE = "locales.txt";
    private static final PlatformWords ALL = load();

    private final Map<Key, Set<String>> phrases = new EnumMap<>(Key.class);
    private final Set<String> languages = new LinkedHashSet<>();

    private PlatformWords() {}

    /** Phrases of all languages, in the order of the file; empty for none. */
    static List<String> of(Key key) {
        return List.copyOf(ALL.phrases.getOrDefault(key, Set.of()));
    }

    /** Tags of the languages. */
    static Set<String> languages() {
        return Collections.unmodifiableSet(ALL.languages);
    }

    /** The form in which phrases are compared. */
    static String folded(String text) {
        return VisibleText.of(text).strip().toLowerCase(Locale.ROOT);
    }

    private static PlatformWords load() {
        PlatformWords words = new PlatformWords();
        InputStream resource = PlatformWords.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException(RESOURCE + " is missing from the program");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                words.take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private void take(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("[")) {
            languages.add(line.substring(1, line.indexOf(']')));
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0 || languages.isEmpty()) {
            throw new IllegalStateException(RESOURCE + " holds a line that is none of its forms: " + line);
        }
        Key key = Key.valueOf(line.substring(0, equals).strip().toUpperCase(Locale.ROOT));
        for (String phrase : divided(line.substring(equals + 1))) {
            phrases.computeIfAbsent(key, ignored -> new LinkedHashSet<>()).add(folded(phrase));
        }
    }

    private static List<String> divided(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|', from)) {
            parts.add(text.substring(from, bar));
            from = bar + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
