package suluh.app.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.SignedNote.NoteSignature;
import suluh.core.ledger.WitnessRequest;

/** Asks a witness to cosign (C2SP tlog-witness). */
public final class WitnessClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAX_ANSWER_CHARS = 1 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** What a witness said. */
    public sealed interface Answer {
        /** Signature lines; whether they verify is for the caller to see. */
        record Cosigned(List<NoteSignature> signatures) implements Answer {
            public Cosigned {
                signatures = List.copyOf(signatures);
            }
        }

        /** The witness saw a checkpoint of this size last. */
        record SawSize(long size) implements Answer {}

        /**
         * The witness would not, or could not be reached.
         *
         * @param status HTTP status, or 0 when there was no answer
         * @param reason a sentence
         */
        record No(int status, String reason) implements Answer {}
    }

    /** Sends the request to the witness whose submission prefix this is. */
    public Answer ask(String prefix, WitnessRequest request) {
        try {
            URI uri = URI.create(prefix.endsWith("/") ? prefix : prefix + "/").resolve("add-checkpoint");
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(uri)
                            .timeout(PATIENCE)
                            .POST(HttpRequest.BodyPublishers.ofString(request.render()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.body().length() > MAX_ANSWER_CHARS) {
                return new Answer.No(0, "The witness at " + prefix + " answered with too much.");
            }
            return read(prefix, response);
        } catch (IOException | IllegalArgumentException | LedgerFormatException e) {
            return new Answer.No(0, "The witness at " + prefix + " could not be asked: " + reason(e) + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.No(0, "The witness at " + prefix + " was not waited for.");
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Answer read(String prefix, HttpResponse<String> response) throws LedgerFormatException {
        String body = response.body();
        if (response.statusCode() == 200) {
            List<NoteSignature> signatures = new ArrayList<>();
            for (String line : body.split("\n", -1)) {
                if (!line.isEmpty()) {
                    signatures.add(NoteSignature.parse(line));
                }
            }
            return new Answer.Cosigned(signatures);
        }
        boolean isSize =
                response.headers().firstValue("Content-Type").orElse("").startsWith("text/x.tlog.size");
        if (response.statusCode() == 409 && isSize && body.strip().matches("[0-9]{1,18}")) {
            return new Answer.SawSize(Long.parseLong(body.strip()));
        }
        return new Answer.No(
                response.statusCode(),
                "The witness at " + prefix + " refused with status " + response.statusCode() + ": "
                        + body.strip().lines().findFirst().orElse("") + ".");
    }
}
