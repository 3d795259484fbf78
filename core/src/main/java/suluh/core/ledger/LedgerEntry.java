package suluh.core.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.kernel.Sha256Digest;

/**
 * Record of one act: who, what, when, in which case; ids, digests and figures, never a name or a word of anyone's.
 *
 * <p>So a purge or a redaction never has to touch the log. Its leaf is its canonical JSON; the format is that of
 * {@code docs/formats/ledger-entry.md}.
 *
 * @param kind what was done
 * @param at when, by the clock of the host that did it
 * @param agency id of the agency
 * @param person id of the person, or of the program when it ran without one
 * @param caseNumber the case, or empty for an act outside any
 * @param subject ids concerned, by their role
 * @param digests SHA-256 digests, by what they are of
 * @param figures counts and sizes, by what they count
 */
public record LedgerEntry(
        EntryKind kind,
        Instant at,
        String agency,
        String person,
        String caseNumber,
        SortedMap<String, String> subject,
        SortedMap<String, Sha256Digest> digests,
        SortedMap<String, Long> figures) {
    /** C2SP tlog-tiles: an entry's length is written in two bytes. */
    public static final int MAX_SIZE_BYTES = 0xFFFF;

    private static final int VERSION = 1;
    /** Ids have no spaces, so no name of a person or sentence can be put in by mistake. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}");

    public LedgerEntry {
        checkId("agency", agency);
        checkId("person", person);
        if (!caseNumber.isEmpty()) {
            checkId("case", caseNumber);
        }
        subject = Collections.unmodifiableSortedMap(new TreeMap<>(subject));
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        subject.forEach(LedgerEntry::checkId);
    }

    /** Bytes of the leaf: canonical JSON, at most {@value #MAX_SIZE_BYTES}. */
    public byte[] leaf() {
        byte[] bytes = CanonicalJson.bytes(json());
        if (bytes.length > MAX_SIZE_BYTES) {
            throw new IllegalArgumentException(
                    "a ledger entry of " + bytes.length + " bytes; the most is " + MAX_SIZE_BYTES);
        }
        return bytes;
    }

    /** The entry as JSON. */
    public JsonObject json() {
        JsonObject.Builder json = JsonObject.builder()
                .put("v", VERSION)
                .put("kind", kind.wire())
                .put("at", at.toString())
                .put("agency", agency)
                .put("person", person);
        if (!caseNumber.isEmpty()) {
            json.put("case", caseNumber);
        }
        JsonObject.Builder digestTexts = JsonObject.builder();
        digests.forEach((name, digest) -> digestTexts.put(name, digest.hex()));
        JsonObject.Builder figureNumbers = JsonObject.builder();
        figures.forEach(figureNumbers::put);
        return json.put("subject", subject)
                .put("digests", digestTexts.build())
                .put("figures", figureNumbers.build())
                .build();
    }

    /**
     * The entry of these bytes, which must be exactly its leaf.
     *
     * @throws LedgerFormatException when they are not the canonical form of an entry of version 1
     */
    public static LedgerEntry parse(byte[] leaf) throws LedgerFormatException {
        LedgerEntry entry;
        try {
            entry = of(JsonParser.parseObject(leaf));
        } catch (JsonSyntaxException | IllegalArgumentException | DateTimeException e) {
            throw new LedgerFormatException("not a ledger entry of version 1: " + e.getMessage(), e);
        }
        if (!java.util.Arrays.equals(entry.leaf(), leaf)) {
            throw new LedgerFormatException("a ledger entry that is not in canonical form");
        }
        return entry;
    }

    private static LedgerEntry of(JsonObject json) throws LedgerFormatException {
        String kind = text(json, "kind");
        SortedMap<String, String> subject = new TreeMap<>();
        SortedMap<String, Sha256Digest> digests = new TreeMap<>();
        SortedMap<String, Long> figures = new TreeMap<>();
        members(json, "subject").forEach((name, value) -> subject.put(name, asText(value)));
        members(json, "digests").forEach((name, value) -> digests.put(name, new Sha256Digest(asText(value))));
        members(json, "figures").forEach((name, value) -> figures.put(name, asWhole(value)));
        return new LedgerEntry(
                EntryKind.ofWire(kind)
                        .orElseThrow(() -> new LedgerFormatException("an entry of an unknown kind: " + kind)),
                Instant.parse(text(json, "at")),
                text(json, "agency"),
                text(json, "person"),
                json.text("case").orElse(""),
                subject,
                digests,
                figures);
    }

    private static String text(JsonObject json, String key) throws LedgerFormatException {
        return json.text(key).orElseThrow(() -> new LedgerFormatException("an entry without the text " + key));
    }

    private static Map<String, JsonValue> members(JsonObject json, String key) throws LedgerFormatException {
        if (json.member(key).orElse(null) instanceof JsonObject object) {
            return object.members();
        }
        throw new LedgerFormatException("an entry without the object " + key);
    }

    private static String asText(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw new IllegalArgumentException("expected a text");
    }

    private static long asWhole(JsonValue value) {
        if (value instanceof JsonNumber number && number.isWhole()) {
            return number.whole();
        }
        throw new IllegalArgumentException("expected a whole number");
    }

    private static void checkId(String name, String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the ledger holds ids only; " + name + " is none: " + id.length()
                    + " characters with a space or another character that ids have not");
        }
    }
}
