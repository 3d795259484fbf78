package suluh.app.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import suluh.core.casework.Agency;
import suluh.core.casework.Authority;
import suluh.core.casework.ClockRule;
import suluh.core.casework.ClockUse;
import suluh.core.casework.ContactChannel;
import suluh.core.casework.Directory;
import suluh.core.casework.Helpline;
import suluh.core.casework.LegalSource;
import suluh.core.casework.Offence;
import suluh.core.casework.Opening;
import suluh.core.casework.Provider;
import suluh.core.casework.Register;
import suluh.core.casework.StartEvent;
import suluh.core.casework.Wording;
import suluh.core.kernel.Sha256Digest;

/** Reads a register from YAML; the format is that of {@code registers/malaysia.yaml}, described in docs/formats/register.md. */
public final class RegisterFile {
    /** A register is a few hundred entries; this is far above that and far below harm. */
    private static final int MAX_CODE_POINTS = 4_000_000;

    private RegisterFile() {}

    /**
     * An edition of a register.
     *
     * @param yaml its text, which is kept beside the cases that cite it
     */
    public record Edition(Register register, String yaml) {
        /** Digest of its text. */
        public Sha256Digest digest() {
            return Sha256Digest.of(yaml.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The Malaysian register that comes with Suluh. */
    public static Register malaysia() {
        return shipped().register();
    }

    /**
     * The register that this installation works under: the file that SULUH_REGISTER names, else the Malaysian one.
     *
     * @throws InputException when the file cannot be read or is no register
     */
    public static Edition chosen(Map<String, String> environment) throws InputException {
        String named = environment.get("SULUH_REGISTER");
        if (named == null) {
            return shipped();
        }
        try {
            String yaml = Files.readString(Path.of(named));
            return new Edition(parse(yaml, named), yaml);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("The register " + named + " cannot be used: " + e.getMessage());
        }
    }

    private static Edition shipped() {
        try (InputStream in = RegisterFile.class.getResourceAsStream("/registers/malaysia.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own register; build it again");
            }
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Edition(parse(yaml, "registers/malaysia.yaml"), yaml);
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
            offences.add(new Offence(entry.text("code"), entry.wording("title"), source(entry)));
        }
        List<Authority> authorities = new ArrayList<>();
        for (Entry entry : register.list("authorities")) {
            authorities.add(new Authority(
                    entry.text("reference"),
                    entry.wording("title"),
                    entry.date("inForceFrom"),
                    entry.dateOrNull("inForceUntil"),
                    source(entry),
                    openings(entry),
                    entry.boolOr("forbidsTelling", false)));
        }
        List<Agency> agencies = new ArrayList<>();
        for (Entry entry : register.list("agencies")) {
            agencies.add(new Agency(entry.text("id"), entry.text("name")));
        }
        return Register.of(register.text("version"), register.zone("zone"), offences, authorities, agencies)
                .with(directory(register));
    }

    private static Directory directory(Entry register) {
        List<Provider> providers = new ArrayList<>();
        for (Entry entry : register.listOrNone("providers")) {
            List<ContactChannel> channels = new ArrayList<>();
            for (Entry channel : entry.list("channels")) {
                channels.add(
                        new ContactChannel(channel.text("kind"), channel.text("address"), channel.text("purpose")));
            }
            providers.add(new Provider(
                    entry.text("id"), entry.text("name"), entry.texts("platforms"), channels, source(entry)));
        }
        List<ClockRule> clocks = new ArrayList<>();
        for (Entry entry : register.listOrNone("clocks")) {
            clocks.add(clock(entry));
        }
        List<Helpline> helplines = new ArrayList<>();
        for (Entry entry : register.listOrNone("helplines")) {
            helplines.add(
                    new Helpline(entry.text("number"), entry.wording("name"), entry.bool("emergency"), source(entry)));
        }
        String quickExit = register.textOrNull("quickExit");
        String callingCode = register.textOrNull("callingCode");
        return Directory.of(
                providers,
                clocks,
                helplines,
                callingCode == null ? "" : callingCode,
                quickExit == null ? "about:blank" : quickExit);
    }

    private static ClockRule clock(Entry entry) {
        return new ClockRule(
                entry.text("code"),
                entry.wording("title"),
                entry.word("use", ClockUse::ofWire),
                entry.duration("period"),
                entry.word("starts", StartEvent::ofWire),
                entry.countOr("renewals", ClockRule.UNLIMITED),
                entry.duration("warning"),
                entry.wording("lapse"),
                entry.textOrNull("authority"),
                entry.textOrNull("provider"),
                source(entry));
    }

    private static Set<Opening> openings(Entry authority) {
        Set<Opening> openings = EnumSet.noneOf(Opening.class);
        for (String word : authority.textsOrNone("opens")) {
            openings.add(Opening.ofWire(word)
                    .orElseThrow(() -> new IllegalArgumentException(
                            authority.where() + ".opens: \"" + word + "\" is none of the openings")));
        }
        return openings;
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

        /** One text for both languages, or a mapping with a text for each. */
        Wording wording(String key) {
            if (map.get(key) instanceof Map<?, ?>) {
                Entry languages = entry(key);
                return new Wording(languages.text("en"), languages.text("ms"));
            }
            return Wording.same(text(key));
        }

        ZoneId zone(String key) {
            try {
                return ZoneId.of(text(key));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        where + "." + key + ": expected a time zone such as Asia/Kuala_Lumpur, found \"" + text(key)
                                + "\"",
                        e);
            }
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

        List<Entry> listOrNone(String key) {
            return map.containsKey(key) ? list(key) : List.of();
        }

        List<String> textsOrNone(String key) {
            return map.containsKey(key) ? texts(key) : List.of();
        }

        List<String> texts(String key) {
            List<String> texts = new ArrayList<>();
            if (map.get(key) instanceof List<?> values) {
                values.forEach(value -> texts.add(String.valueOf(value)));
                return texts;
            }
            throw new IllegalArgumentException(where + "." + key + ": expected a list of words");
        }

        <T> T word(String key, Function<String, Optional<T>> reader) {
            return reader.apply(text(key))
                    .orElseThrow(() -> new IllegalArgumentException(
                            where + "." + key + ": \"" + text(key) + "\" is none of the words described"));
        }

        @Nullable
        String textOrNull(String key) {
            return map.containsKey(key) ? text(key) : null;
        }

        int countOr(String key, int absent) {
            return switch (map.get(key)) {
                case null -> absent;
                case Integer count when count >= 0 -> count;
                default -> throw new IllegalArgumentException(where + "." + key + ": expected a count");
            };
        }

        Duration duration(String key) {
            try {
                return Duration.parse(text(key));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        where + "." + key + ": expected a period such as P90D or PT1H, found \"" + text(key) + "\"", e);
            }
        }

        boolean boolOr(String key, boolean absent) {
            return map.containsKey(key) ? bool(key) : absent;
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
