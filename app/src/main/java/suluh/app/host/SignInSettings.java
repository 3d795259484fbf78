package suluh.app.host;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * How people reach the server and who else vouches for them: the file {@code sign-in} of the keys' folder.
 *
 * @param origin address that people's browsers show, such as {@code https://suluh.example}; empty for this machine alone
 * @param provider an OpenID Connect provider, when one is named
 */
public record SignInSettings(String origin, Optional<Provider> provider) {
    /** Name of the file. */
    public static final String FILE = "sign-in";

    /**
     * An OpenID Connect provider.
     *
     * @param issuer its address, below which {@code /.well-known/openid-configuration} lies
     * @param name what the button says
     */
    public record Provider(String issuer, String clientId, String clientSecret, String name) {
        public Provider {
            requireAddress("oidc.issuer", issuer);
            if (clientId.isEmpty()) {
                throw new IllegalArgumentException("keys/sign-in names oidc.issuer and no oidc.client-id");
            }
        }

        @Override
        public String toString() {
            return issuer;
        }
    }

    public SignInSettings {
        if (!origin.isEmpty()) {
            requireAddress("origin", origin);
        }
    }

    /** The settings of this folder of keys; without the file, passwords and passkeys on this machine. */
    public static SignInSettings of(Path keys) throws IOException {
        Path file = keys.resolve(FILE);
        Properties kept = new Properties();
        if (Files.exists(file)) {
            kept.load(new StringReader(Files.readString(file)));
        }
        String issuer = kept.getProperty("oidc.issuer", "");
        return new SignInSettings(
                kept.getProperty("origin", ""),
                issuer.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Provider(
                                issuer,
                                kept.getProperty("oidc.client-id", ""),
                                kept.getProperty("oidc.client-secret", ""),
                                kept.getProperty("oidc.name", "OpenID Connect"))));
    }

    /** Secrets travel on loopback or under TLS, nowhere else. */
    private static void requireAddress(String key, String value) {
        URI address = URI.create(value);
        String host = String.valueOf(address.getHost());
        boolean isHere = host.equals("localhost") || host.equals("127.0.0.1");
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && isHere)) {
            throw new IllegalArgumentException(
                    "keys/sign-in: " + key + " has to be an https address, or http on this machine");
        }
    }
}
