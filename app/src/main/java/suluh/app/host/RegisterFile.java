package suluh.app.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import suluh.core.casework.Agency;
import suluh.core.casework.Authority;
import suluh.core.casework.LegalSource;
import suluh.core.casework.Offence;
import suluh.core.casework.Register;

/** Reads a register from YAML; the format is that of {@code registers/malaysia.yaml}, described in docs/formats/register.md. */
public final class RegisterFile {
    /** A register is a few hundred entries; this is far above that and far below harm. */
    private static final int MAX_CODE_POINTS = 4_000_000;

    private RegisterFile() {}

    /** The Malaysian register that comes with Suluh. */
    public static Register malaysia() {
        try (InputStream in = RegisterFile.class.getResourceAsStream("/registers/malaysia.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own register; build it again");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "registers/malaysia.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The register in this text.
     *
     * @param origin name of the file, for messages
     * @throws IllegalArgumentException with a sentence that names the entry at fault
     */
    public static Register parse(String yaml, String origin) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(MAX_CODE_POINTS);
        Object root = new Yaml(new SafeConstructor(options)).load(yaml);
        Entry register = Entry.of(root, origin);
        List<Offence> offences = new ArrayList<>();
        for (Entry entry : register.list("offences")) {
            offences.add(new Offence(entry.text("code"), entry.text("title"), source(entry)));
        }
        List<Authority> authorities = new ArrayList<>();
        for (Entry entry : register.list("authorities")) {
            authorities.add(new Authority(
                    entry.text("reference"),
                    entry.text("title"),
                    entry.date("inForceFrom"),
                    entry.dateOrNull("inForceUntil"),
                    source(entry)));
        }
        List<Agency> agencies = new ArrayList<>();
        for (Entry entry : register.list("agencies")) {
            agencies.add(new Agency(entry.text("id"), entry.text("name")));
        }
        return Register.of(register.text("version"), offences, authorities, agencies);
    }

    private static LegalSource source(Entry entry) {
        Entry source = entry.entry("source");
        return new LegalSource(source.text("citation"), source.date("readOn"), source.bool("verified"));
    }

    /** A mapping of the file, with the path to it for messages. */
    private record Entry(Map<?, ?> map, String where) {
        static Entry of(@Nullable Object value, String where) {
            if (value instanceof Map<?, ?> map) {
                return new Entry(map, where);
            }
            throw new IllegalArgumentException(where + ": expected a mapping of keys to values");
        }

        Entry entry(String key) {
            return of(map.get(key), where + "." + key);
        }

        List<Entry> list(String key) {
            if (!(map.get(key) instanceof List<?> values)) {
                throw new IllegalArgumentException(where + "." + key + ": expected a list");
            }
            List<Entry> entries = new ArrayList<>();
            for (Object value : values) {
                entries.add(of(value, where + "." + key + "[" + entries.size() + "]"));
            }
            return entries;
        }

        String text(String key) {
            if (map.get(key) instanceof String text && !text.isBlank()) {
                return text;
            }
            throw new IllegalArgumentException(where + "." + key + ": expected a text");
        }

        boolean bool(String key) {
            if (map.get(key) instanceof Boolean value) {
                return value;
            }
            throw new IllegalArgumentException(where + "." + key + ": expected true or false");
        }

        LocalDate date(String key) {
            LocalDate date = dateOrNull(key);
            if (date == null) {
                throw new IllegalArgumentException(where + "." + key + ": expected a date such as 2026-01-31");
            }
            return date;
        }

        @Nullable
        LocalDate dateOrNull(String key) {
            return switch (map.get(key)) {
                case null -> null;
                case Date date -> date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
                default ->
                    throw new IllegalArgumentException(where + "." + key + ": expected a date such as 2026-01-31");
            };
        }
    }
}
