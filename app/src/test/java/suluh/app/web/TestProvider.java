package suluh.app.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OpenID Connect provider on loopback, small and right: whoever comes is signed in there as {@link #subject}. */
final class TestProvider implements AutoCloseable {
    /** Whom the provider says that the visitor is. */
    volatile String subject = "";

    /** Key that tokens are signed with; another than the published one makes a forged token. */
    volatile RSAKey signingKey;

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    private TestProvider(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
        this.signingKey = key;
    }

    static TestProvider start() throws IOException, JOSEException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TestProvider provider = new TestProvider(server, freshKey());
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> provider.answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"],"scopes_supported":["openid"]}
                """.formatted(provider.issuer())));
        server.createContext("/authorize", provider::authorize);
        server.createContext("/token", provider::token);
        server.createContext(
                "/keys", exchange -> provider.answer(exchange, new JWKSet(provider.key.toPublicJWK()).toString()));
        server.start();
        return provider;
    }

    static RSAKey freshKey() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID("one").generate();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The key that verifiers are told of. */
    RSAKey publishedKey() {
        return key;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = "code-" + nonces.size();
        nonces.put(code, asked.get("nonce"));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + java.net.URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(subject)
                        .audience("suluh")
                        .claim("nonce", nonces.remove(asked.get("code")))
                        .claim("roles", "administrator")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build());
        try {
            token.sign(new RSASSASigner(signingKey));
        } catch (JOSEException e) {
            throw new IOException(e);
        }
        answer(
                exchange,
                "{\"access_token\":\"none\",\"token_type\":\"Bearer\",\"expires_in\":60,\"scope\":\"openid\",\"id_token\":\""
                        + token.serialize() + "\"}");
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> parameters(String query) {
        return Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> b));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
