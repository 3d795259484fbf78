package suluh.core.casework.targets;

import java.util.Locale;
import java.util.Optional;

/** Platform whose addresses are understood. */
public enum TargetPlatform {
    FACEBOOK("facebook.com/"),
    MESSENGER("m.me/"),
    INSTAGRAM("instagram.com/"),
    TELEGRAM("t.me/"),
    WHATSAPP(""),
    X("x.com/"),
    DISCORD(""),
    TIKTOK("tiktok.com/@"),
    YOUTUBE("youtube.com/@"),
    SNAPCHAT("snapchat.com/add/"),
    SIGNAL("");

    private final String profile;

    TargetPlatform(String profile) {
        this.profile = profile;
    }

    /** Name in keys, tables and registers: {@code telegram}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Address of the account of this name in lower case; without an address of its own the name follows an {@code @}. */
    String account(String name) {
        return (profile.isEmpty() ? "@" : profile) + name.toLowerCase(Locale.ROOT);
    }

    /** The platform of this wire name. */
    public static Optional<TargetPlatform> ofWire(String wire) {
        for (TargetPlatform platform : values()) {
            if (platform.wire().equals(wire)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }
}
