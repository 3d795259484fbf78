package suluh.exports.warc;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Head of a response of HTTP/1 (RFC 9112), as captures keep it.
 *
 * @param status three digits
 * @param fields values by name in lower case; of a name that stands twice the first
 * @param sizeBytes bytes of the head, its empty line included
 */
record HttpHead(int status, Map<String, String> fields, int sizeBytes) {
    /** Servers refuse heads far smaller. */
    static final int MAX_BYTES = 512 << 10;

    HttpHead {
        fields = new LinkedHashMap<>(fields);
    }

    /** The head at the start of a block; empty when there is none. */
    static Optional<HttpHead> of(byte[] block, int length) {
        int end = end(block, Math.min(length, MAX_BYTES));
        if (end < 0) {
            return Optional.empty();
        }
        String[] lines = new String(block, 0, end, StandardCharsets.UTF_8).split("\r?\n");
        String[] status = lines.length == 0 ? lines : lines[0].split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/") || !status[1].matches("[0-9]{3}")) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return Optional.of(new HttpHead(Integer.parseInt(status[1]), fields, end));
    }

    /** Byte behind the first empty line. */
    private static int end(byte[] block, int length) {
        for (int i = 0; i + 1 < length; i++) {
            if (block[i] == '\n' && block[i + 1] == '\n') {
                return i + 2;
            }
            if (block[i] == '\n' && block[i + 1] == '\r' && i + 2 < length && block[i + 2] == '\n') {
                return i + 3;
            }
        }
        return -1;
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Media type without parameters, in lower case. */
    String contentType() {
        String type = field("content-type");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    boolean isChunked() {
        return field("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked");
    }

    /** Packing of the payload in lower case; empty when there is none. */
    String packing() {
        String packing = field("content-encoding").toLowerCase(Locale.ROOT);
        return packing.equals("identity") ? "" : packing;
    }
}
