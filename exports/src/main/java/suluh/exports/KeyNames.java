package suluh.exports;

import java.util.Locale;

/** Shows names of keys and files out of hostile input inside messages for people: short and inert. */
public final class KeyNames {
    private static final int MAX_CHARS = 60;

    private KeyNames() {}

    /** The name between quotation marks, cut at 60 characters, with everything but plain characters escaped. */
    public static String shown(String name) {
        StringBuilder out = new StringBuilder("\"");
        int end = Math.min(name.length(), MAX_CHARS);
        for (int i = 0; i < end; i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c) || " _-./:~@+()[]!".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return out.append(end < name.length() ? "…\"" : "\"").toString();
    }
}
