package suluh.core.identity.field;

/** What of a value two records must share to meet in a block. */
public enum BlockForm {
    /** The whole value. */
    WHOLE,
    /** A part that survives an error in the rest: a consonant skeleton, a year and month, the last digits. */
    PART,
    /** Another part, independent of the first where the type has two. */
    OTHER_PART;

    private static final int SKELETON_LENGTH = 4;
    private static final int TAIL_DIGITS = 7;

    /** The shared part of this comparable form, or empty when this type has none. */
    public String of(FieldType type, String value) {
        return switch (this) {
            case WHOLE -> value;
            case PART -> part(type, value);
            case OTHER_PART -> otherPart(type, value);
        };
    }

    private static String part(FieldType type, String value) {
        return switch (type) {
            case NAME, ADDRESS -> skeleton(value);
            case DATE -> value.length() == 8 ? value.substring(0, 6) : "";
            case IDENTIFIER -> value.length() >= 6 ? value.substring(0, value.length() / 2) : "";
            case PHONE -> value.length() >= TAIL_DIGITS ? value.substring(value.length() - TAIL_DIGITS) : "";
            case EMAIL -> Levels.local(value);
            case HANDLE -> Handles.folded(value);
            case IP -> Levels.network(value);
            case URL, NUMBER, CATEGORY, TEXT -> "";
        };
    }

    private static String otherPart(FieldType type, String value) {
        return switch (type) {
            case DATE -> value.length() == 8 ? value.substring(4) : "";
            case IDENTIFIER -> value.length() >= 6 ? value.substring(value.length() / 2) : "";
            case NAME -> tail(value);
            case ADDRESS -> lastWord(value);
            case EMAIL -> skeleton(Levels.local(value));
            case URL, NUMBER, CATEGORY, TEXT, PHONE, HANDLE, IP -> "";
        };
    }

    /** First character, then the characters that are no vowels of the Latin script, none twice in a row. */
    static String skeleton(String value) {
        StringBuilder skeleton = new StringBuilder(SKELETON_LENGTH);
        char last = 0;
        for (int i = 0; i < value.length() && skeleton.length() < SKELETON_LENGTH; i++) {
            char c = value.charAt(i);
            boolean kept = i == 0 || (c != ' ' && "aeiouyhw".indexOf(c) < 0);
            if (kept && c != last) {
                skeleton.append(c);
                last = c;
            }
        }
        return skeleton.toString();
    }

    private static String tail(String value) {
        return value.length() >= 5 ? value.substring(value.length() - 3) : "";
    }

    private static String lastWord(String value) {
        int space = value.lastIndexOf(' ');
        return space < 0 ? "" : skeleton(value.substring(0, space)).charAt(0) + value.substring(space + 1);
    }
}
