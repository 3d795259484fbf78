package suluh.core.identity.account;

/**
 * Comparable form of a profile picture: the digest of its content and the group of near copies that it is in, so that near
 * copies meet in a block though their digests differ.
 */
public final class PictureForm {
    private static final char BEFORE_GROUP = ':';

    private PictureForm() {}

    /**
     * The form.
     *
     * @param digest of the content
     * @param group a name that all near copies share
     */
    public static String of(String digest, String group) {
        return digest + BEFORE_GROUP + group;
    }

    /** Digest of a form. */
    public static String digest(String form) {
        int end = form.indexOf(BEFORE_GROUP);
        return end < 0 ? form : form.substring(0, end);
    }

    /** Name of the block of a form's near copies; empty for a form without a group. */
    static String group(String form) {
        int end = form.indexOf(BEFORE_GROUP);
        return end < 0 ? "" : "picture " + form.substring(end + 1);
    }
}
