package suluh.app.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import suluh.core.timestamp.TimestampToken;

/**
 * An authority by its address (RFC 3161 section 3.4).
 *
 * @param url address that takes requests by POST
 */
public record HttpTimestampAuthority(String url) implements TimestampAuthority {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return url;
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200 || response.body().length > TimestampToken.MAX_SIZE_BYTES) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (IllegalArgumentException e) {
            throw new IOException("no address of an authority", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("nobody waited for the answer", e);
        }
    }
}
