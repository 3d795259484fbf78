package suluh.app.web;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes passwords with Argon2id, in its standard text form. */
public final class Passwords {
    private Passwords() {}

    /** The hash of a password, with a salt of its own. */
    public static String hash(String password) {
        return WebConfiguration.encoded(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(), password);
    }

    /** True when the hash is of this password. */
    public static boolean matches(String password, String hash) {
        return !hash.isEmpty()
                && Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().matches(password, hash);
    }
}
