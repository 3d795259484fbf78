package suluh.core.casework.targets;

/**
 * Account, group, invitation, post, number or address that somebody points at.
 *
 * @param platform wire name of the platform, or empty when it belongs to none or to an unknown one
 * @param normalised form in which equal targets are equal
 * @param asWritten as the reporter wrote it
 */
public record Target(TargetKind kind, String platform, String normalised, String asWritten) {
    /** Longer than any address of a platform; more is not one. */
    public static final int MAX_CHARS = 500;

    public Target {
        if (normalised.isBlank() || normalised.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a target has 1 to " + MAX_CHARS + " characters");
        }
    }

    /** Names it across complaints and cases: {@code invite:telegram:t.me/+AbC}. */
    public String key() {
        return kind.wire() + ":" + platform + ":" + normalised;
    }

    /** The target of this key; throws {@link IllegalArgumentException} when the text is none. */
    public static Target ofKey(String key, String asWritten) {
        String[] parts = key.split(":", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a key has a kind, a platform and a name");
        }
        TargetKind kind = TargetKind.ofWire(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("no kind of target: " + parts[0]));
        return new Target(kind, parts[1], parts[2], asWritten);
    }
}
