package suluh.app.api;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import suluh.app.api.Problems.Misuse;
import suluh.core.kernel.Sha256Digest;

/** Versions of what can be changed (RFC 9110, 8.8.3), so that nobody overwrites what they have not seen. */
final class ETags {
    private ETags() {}

    /** A strong tag of this text. */
    static String of(String text) {
        return "\""
                + Sha256Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32) + "\"";
    }

    /** The version that the caller has seen, from {@code If-Match}. */
    static int version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Misuse(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "IF_MATCH_NEEDED",
                    "Send If-Match with the ETag of what you have seen.");
        }
        try {
            return Integer.parseInt(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw changed();
        }
    }

    static Misuse changed() {
        return new Misuse(
                HttpStatus.PRECONDITION_FAILED,
                "CHANGED_SINCE",
                "It was changed since; read it again and decide anew.");
    }
}
