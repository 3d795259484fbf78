package suluh.exports.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticProbeTest {
    private static final Pattern WHATSAPP_HEADER =
            Pattern.compile("^\u200e?\\[?\\d\\d/\\d\\d/\\d\\d(\\d\\d)?, \\d", Pattern.MULTILINE);
    private static final Pattern PHONE = Pattern.compile("\\+60[ 0-9-]{8,}");
    private static final Pattern EMAIL = Pattern.compile("[\\w.]+@([\\w-]+(?:\\.[\\w-]+)+)");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern URL = Pattern.compile("https?://([^/\\s\"]+)(/[^\\s\",]*)?");

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException, NoSuchAlgorithmException {
        assertThat(MemoryFolder.probe(7, 3_000).digest())
                .isEqualTo(MemoryFolder.probe(7, 3_000).digest());
    }

    @Test
    void writesTheSameBytesForTheSameSeedAndNoise() throws IOException, NoSuchAlgorithmException {
        assertThat(MemoryFolder.probe(7, 300, Noise.HEAVY).digest())
                .isEqualTo(MemoryFolder.probe(7, 300, Noise.HEAVY).digest());
    }

    @Test
    void noiseAddsExportsOfOthersAndChangesNoFileOfTheGroup() throws IOException {
        Map<String, String> without = MemoryFolder.probe(7, 300).texts();
        Map<String, String> with = MemoryFolder.probe(7, 300, Noise.MEDIUM).texts();

        assertThat(with.get("truth.json")).contains("\"noise\":\"medium\"", "\"role\":\"outsider\"");
        without.remove("truth.json");
        with.remove("truth.json");
        assertThat(with).containsAllEntriesOf(without).hasSizeGreaterThan(without.size() + 100);
    }

    @Test
    void writesOtherBytesForAnotherSeed() throws IOException, NoSuchAlgorithmException {
        assertThat(MemoryFolder.probe(7, 1_000).digest())
                .isNotEqualTo(MemoryFolder.probe(8, 1_000).digest());
    }

    /** Otherwise a reader rightly suspects that the encrypted part of an export was left out. */
    @ParameterizedTest(name = "seed {0}, {1} messages")
    @CsvSource({"1,20000", "2,100000", "3,1000000"})
    void letsEachFacebookOwnerWriteUntilTheExportsEnd(long seed, long messages) {
        long lastDays = GroupProfile.LAST_MILLIS - 3 * LocalClock.DAY_MILLIS;

        for (Export export : new Planner(seed, Noise.NONE).plan(messages).exports()) {
            if (export instanceof Export.FacebookAccount facebook
                    && !facebook.threads().isEmpty()) {
                assertThat(facebook.threads().stream()
                                .map(Conversation.Excerpt::conversation)
                                .filter(one -> one.shape() == Conversation.Shape.DIRECT)
                                .mapToLong(one -> one.timeMillis(one.count() - 1))
                                .max()
                                .orElse(0))
                        .as(facebook.owner().toString())
                        .isGreaterThan(lastDays);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}, {1} messages")
    @CsvSource({"1,200", "2,201", "3,500", "4,1999", "5,2000", "6,25013", "7,90000"})
    void writesExactlyTheMessagesAskedFor(long seed, long messages) throws IOException {
        Map<String, String> texts = MemoryFolder.probe(seed, messages).texts();
        Map<String, Object> truth = JsonTree.object(texts.getOrDefault("truth.json", ""));

        Map<String, Long> counted = new TreeMap<>();
        texts.forEach((path, text) -> {
            long count = countMessages(path, text);
            if (count >= 0) {
                counted.put(path, count);
            }
        });

        Map<String, Long> stated = JsonTree.objects(truth, "files").stream()
                .collect(Collectors.toMap(
                        file -> JsonTree.string(file, "path"),
                        file -> JsonTree.number(file, "messages"),
                        Long::sum,
                        TreeMap::new));
        assertThat(counted).isEqualTo(stated);
        assertThat(counted.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(messages);
        assertThat(JsonTree.number(truth, "messages")).isEqualTo(messages);
    }

    @Test
    void refusesFewerMessagesThanThereIsRoomFor() {
        assertThatThrownBy(() -> MemoryFolder.probe(1, 199))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("200 to 100000000");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void holdsAGroupOfAllMembersUnderDistinctNames(long seed) throws IOException {
        Map<String, String> texts = MemoryFolder.probe(seed, 500).texts();

        List<Integer> sizes = new ArrayList<>();
        texts.forEach((path, text) -> {
            if (path.contains("/komuniti")) {
                Set<String> names = new HashSet<>();
                JsonTree.objects(JsonTree.object(text), "participants")
                        .forEach(member -> names.add(JsonTree.string(member, "name")));
                sizes.add(names.size());
            }
        });

        assertThat(sizes).isNotEmpty().allMatch(size -> size == Cast.GROUP_MEMBERS);
    }

    @Test
    void usesReservedNumbersAndDomainsOnly() throws IOException {
        Map<String, String> texts = MemoryFolder.probe(21, 30_000).texts();

        texts.forEach((path, text) -> {
            assertThat(matches(PHONE, text, 0))
                    .as(path)
                    .allMatch(phone -> phone.matches("\\+60[ ]?15[ -]?5555[ ]?\\d{4}[ ]?.*"));
            assertThat(matches(IP_ADDRESS, text, 0)).as(path).allMatch(address -> address.startsWith("203.0.113."));
            assertThat(matches(EMAIL, text, 1)).as(path).isSubsetOf("example.org", "example.com", "example.net");
            assertThat(matches(URL, text, 1)).as(path).isSubsetOf("t.me", "www.facebook.example");
        });
        assertThat(texts.values().stream().flatMap(text -> matches(URL, text, 0).stream()))
                .filteredOn(url -> url.startsWith("https://t.me"))
                .isNotEmpty()
                .allMatch(url -> url.matches("https://t\\.me/\\+SYNTH[A-Z]{8}"));
    }

    @Test
    void writesNoWordThatIsNotInTheTemplates() throws IOException {
        Set<String> allowed = new HashSet<>(Set.of("called", "you", "created", "added", "to", "joined", "left"));
        allowed.addAll(Set.of("bin", "binti", "a", "l", "p"));
        allowed.addAll(Set.of("the", "group", "Kongsi", "Utara", "Selatan", "Timur", "Komuniti", "Bersama"));
        allowed.addAll(words(GroupProfile.DESCRIPTION));
        for (String file : List.of("chatter.txt", "cues.txt", "negatives.txt", "slots.txt", "names.txt")) {
            try (InputStream in = SyntheticProbe.class.getResourceAsStream(file)) {
                allowed.addAll(words(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)));
            }
        }

        Set<String> written = new HashSet<>();
        MemoryFolder.probe(22, 60_000).texts().forEach((path, text) -> {
            if (path.contains("/message_")) {
                JsonTree.objects(JsonTree.object(text), "messages")
                        .forEach(message -> written.addAll(words(repaired(message))));
            } else if (path.contains("ChatExport")) {
                JsonTree.objects(JsonTree.object(text), "messages")
                        .forEach(message -> written.addAll(words(joined(message.get("text")))));
            }
        });

        assertThat(written).hasSizeGreaterThan(800);
        assertThat(allowed).containsAll(written);
    }

    @Test
    void keepsTheNumberOfFilesModerate() throws IOException {
        Set<String> paths = new HashSet<>();

        SyntheticProbe.Written written = SyntheticProbe.write(23, 150_000, path -> {
            paths.add(path);
            return OutputStream.nullOutputStream();
        });

        assertThat(paths).hasSize(written.files()).hasSizeLessThan(200);
    }

    @Test
    @Tag("long")
    void writesAMillionMessagesIntoAtMostFourHundredFiles() throws IOException {
        SyntheticProbe.Written written = SyntheticProbe.write(24, 1_000_000, path -> OutputStream.nullOutputStream());

        assertThat(written.messages()).isEqualTo(1_000_000);
        assertThat(written.files()).isLessThanOrEqualTo(400);
    }

    @Test
    void recordsCuesWhereTheyStand() throws IOException {
        Map<String, String> texts = MemoryFolder.probe(31, 500).texts();
        Map<String, Object> truth = JsonTree.object(texts.getOrDefault("truth.json", ""));

        List<Map<String, Object>> conversations = JsonTree.objects(truth, "conversations");

        assertThat(conversations).hasSizeGreaterThanOrEqualTo(12);
        for (Map<String, Object> conversation : conversations) {
            List<String> found = textsOf(conversation, texts);
            List<Map<String, Object>> cues = JsonTree.objects(conversation, "cues");
            assertThat(cues).isNotEmpty();
            assertThat(found).hasSize((int) JsonTree.number(conversation, "messages"));
            for (Map<String, Object> cue : cues) {
                assertThat(found.get((int) JsonTree.number(cue, "index"))).endsWith(JsonTree.string(cue, "text"));
            }
        }
    }

    @Test
    void givesEachActorSeveralConversations() throws IOException {
        Map<String, Object> truth = JsonTree.object(MemoryFolder.probe(32, 500).text("truth.json"));

        Map<String, Long> perActor = JsonTree.objects(truth, "conversations").stream()
                .collect(Collectors.groupingBy(
                        conversation -> JsonTree.string(conversation, "actor"), TreeMap::new, Collectors.counting()));

        assertThat(perActor)
                .hasSize(6)
                .allSatisfy((actor, count) -> assertThat(count).isGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {34, 35})
    void continuesAConversationWithTheSameChildOnAnotherPlatform(long seed) throws IOException {
        Map<String, Object> truth =
                JsonTree.object(MemoryFolder.probe(seed, 500).text("truth.json"));

        List<String> route = JsonTree.objects(truth, "conversations").stream()
                .filter(conversation ->
                        conversation.get("actor") instanceof String actor && actor.equals("recruiter-2"))
                .sorted(Comparator.comparing(conversation ->
                        JsonTree.string(JsonTree.objects(conversation, "cues").getFirst(), "at")))
                .map(conversation ->
                        JsonTree.string(conversation, "platform") + " " + JsonTree.string(conversation, "child"))
                .toList();

        assertThat(route).containsExactly("messenger child-2", "telegram child-2");
    }

    @Test
    void joinsActorsByStrongIdentifiersAndNotByPublishedNumbers() throws IOException {
        Map<String, Object> truth =
                JsonTree.object(MemoryFolder.probe(33, 2_000).text("truth.json"));
        Map<String, Map<String, Object>> actors = JsonTree.objects(truth, "actors").stream()
                .collect(Collectors.toMap(actor -> JsonTree.string(actor, "id"), actor -> actor));

        assertThat(linkKinds(actors, "admin-1")).contains("phone");
        assertThat(linkKinds(actors, "recruiter-1")).contains("email");
        assertThat(linkKinds(actors, "seller-1")).contains("profile-url");
        assertThat(linkKinds(actors, "seller-2")).isEmpty();
    }

    @Test
    void staysBetweenTheGroupsFoundationAndOctober2024() throws IOException {
        Map<String, String> texts = MemoryFolder.probe(41, 5_000).texts();
        long first = Instant.parse("2021-01-01T00:00:00Z").toEpochMilli();
        long last = Instant.parse("2024-11-01T00:00:00Z").toEpochMilli();

        texts.forEach((path, text) -> {
            if (path.contains("/message_")) {
                List<Long> times = JsonTree.objects(JsonTree.object(text), "messages").stream()
                        .map(message -> JsonTree.number(message, "timestamp_ms"))
                        .toList();
                assertThat(times).as(path).allMatch(time -> time >= first && time < last);
                assertThat(times.reversed()).as("newest first in " + path).isSorted();
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 43})
    void namesNoYearAfter2024OrBefore2021(long seed) throws IOException {
        Map<String, String> texts = MemoryFolder.probe(seed, 20_000).texts();

        Set<String> years = new HashSet<>();
        texts.forEach((path, text) -> {
            if (path.contains("WhatsApp Chat")) {
                Pattern.compile("^\u200e?\\[?\\d\\d/\\d\\d/(?:20)?(\\d\\d), ", Pattern.MULTILINE)
                        .matcher(text)
                        .results()
                        .forEach(result -> years.add(result.group(1)));
            } else if (path.contains("telegram")) {
                matches(Pattern.compile("\"date\": \"20(\\d\\d)-"), text, 1).forEach(years::add);
            }
        });

        assertThat(years).containsExactlyInAnyOrder("21", "22", "23", "24");
    }

    @Test
    void describesTheGroupInItsCreatorsFirstPost() throws IOException {
        Map<String, String> texts = MemoryFolder.probe(44, 200).texts();

        assertThat(texts.entrySet())
                .filteredOn(file -> file.getKey().contains("group_posts"))
                .anySatisfy(file -> assertThat(file.getValue()).contains(GroupProfile.DESCRIPTION));
    }

    @Test
    void writesOnlyAsciiIntoMetaFilesAndHidesUtf8InEscapes() throws IOException {
        Map<String, String> texts = MemoryFolder.probe(51, 20_000).texts();

        StringBuilder decoded = new StringBuilder();
        texts.forEach((path, text) -> {
            if (path.contains("/message_")) {
                assertThat(text.chars()).as(path).allMatch(c -> c < 0x80);
                JsonTree.objects(JsonTree.object(text), "messages").stream()
                        .map(message -> (String) message.getOrDefault("content", ""))
                        .map(content ->
                                new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                        .forEach(decoded::append);
            }
        });

        assertThat(decoded).contains("😂", "வணக்கம்", "早安").doesNotContain("\ufffd");
    }

    @Test
    void telegramTextAndEntitiesSayTheSame() throws IOException {
        Map<String, String> texts = MemoryFolder.probe(61, 20_000).texts();
        List<Map<String, Object>> messages = new ArrayList<>();
        texts.forEach((path, text) -> {
            if (path.contains("ChatExport")) {
                messages.addAll(JsonTree.objects(JsonTree.object(text), "messages"));
            }
        });

        assertThat(messages).hasSizeGreaterThan(1_000).allSatisfy(message -> {
            String entities = JsonTree.objects(message, "text_entities").stream()
                    .map(entity -> JsonTree.string(entity, "text"))
                    .collect(Collectors.joining());
            assertThat(entities).isEqualTo(joined(message.get("text")));
            Instant unix = Instant.ofEpochSecond(Long.parseLong(JsonTree.string(message, "date_unixtime")));
            assertThat(JsonTree.string(message, "date") + "Z")
                    .isEqualTo(unix.plusSeconds(8 * 3_600).toString());
        });
        assertThat(messages).anyMatch(message -> message.get("text") instanceof List<?>);
        assertThat(messages).anyMatch(message -> "invite_members".equals(message.get("action")));
    }

    @Test
    void beginsEveryWhatsappChatOnADayThatCannotBeAMonth() throws IOException {
        Map<String, String> texts = MemoryFolder.probe(71, 2_000).texts();

        Map<String, Integer> firstDays = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.contains("WhatsApp Chat")) {
                int from = text.startsWith("[") ? 1 : 0;
                firstDays.put(path, Integer.parseInt(text.substring(from, from + 2)));
            }
        });

        assertThat(firstDays)
                .hasSizeGreaterThan(5)
                .allSatisfy((path, day) -> assertThat(day).isGreaterThan(12));
    }

    private static List<String> textsOf(Map<String, Object> conversation, Map<String, String> texts) {
        String path = JsonTree.string(conversation, "path");
        String text = texts.getOrDefault(path, "");
        return switch (JsonTree.string(conversation, "platform")) {
            case "messenger" ->
                JsonTree.objects(JsonTree.object(text), "messages").reversed().stream()
                        .map(message -> (String) message.getOrDefault("content", ""))
                        .toList();
            case "telegram" -> {
                Map<String, Object> chats =
                        JsonTree.asObject(JsonTree.object(text).get("chats"));
                long id = Long.parseLong(JsonTree.string(conversation, "thread"));
                yield JsonTree.objects(chats, "list").stream()
                        .filter(chat -> JsonTree.number(chat, "id") == id)
                        .flatMap(chat -> JsonTree.objects(chat, "messages").stream())
                        .map(message -> joined(message.get("text")))
                        .toList();
            }
            default -> {
                List<Integer> starts = WHATSAPP_HEADER
                        .matcher(text)
                        .results()
                        .map(result -> result.start())
                        .collect(Collectors.toList());
                starts.add(text.length());
                List<String> messages = new ArrayList<>();
                for (int i = 0; i + 1 < starts.size(); i++) {
                    messages.add(
                            text.substring(starts.get(i), starts.get(i + 1)).stripTrailing());
                }
                yield messages;
            }
        };
    }

    private static String joined(@Nullable Object text) {
        if (text instanceof List<?> parts) {
            return parts.stream()
                    .map(part ->
                            part instanceof String plain ? plain : JsonTree.string(JsonTree.asObject(part), "text"))
                    .collect(Collectors.joining());
        }
        return String.valueOf(text);
    }

    /** Messages of one file as its own format gives them, or -1 for a file that holds none by nature. */
    private static long countMessages(String path, String text) {
        if (path.contains("WhatsApp Chat")) {
            return WHATSAPP_HEADER.matcher(text).results().count();
        }
        Map<String, Object> json = JsonTree.object(text);
        if (path.contains("/message_")) {
            return JsonTree.objects(json, "messages").size();
        }
        if (path.contains("group_posts")) {
            return JsonTree.objects(json, "group_posts_v2").size();
        }
        if (path.contains("ChatExport")) {
            return JsonTree.objects(json, "messages").size();
        }
        if (path.contains("DataExport")) {
            return JsonTree.objects(JsonTree.asObject(json.get("chats")), "list").stream()
                    .mapToLong(chat -> JsonTree.objects(chat, "messages").size())
                    .sum();
        }
        return -1;
    }

    private static String repaired(Map<String, Object> message) {
        String content = (String) message.getOrDefault("content", "");
        return new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Words of a text, without addresses, numbers and account names. */
    private static Set<String> words(String text) {
        String plain = text.replaceAll("https?://\\S+|@synth_\\w+", " ");
        return matches(Pattern.compile("[\\p{L}\\p{M}]+"), plain, 0);
    }

    private static Set<String> linkKinds(Map<String, Map<String, Object>> actors, String actor) {
        return JsonTree.objects(actors.getOrDefault(actor, Map.of()), "strongLinks").stream()
                .map(link -> JsonTree.string(link, "kind"))
                .collect(Collectors.toSet());
    }

    private static Set<String> matches(Pattern pattern, String text, int part) {
        Set<String> found = new HashSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(part));
        }
        return found;
    }
}
