package suluh.core.disclosure.report;

/** A fixed sentence in English and in Malay, with places {@code {0}} and so on. */
interface Words {
    String english();

    String malay();

    /** The sentence in Malay for {@code ms}, else in English, with its places filled; whole numbers are grouped. */
    default String in(String language, Object... places) {
        String text = language.equals("ms") ? malay() : english();
        for (int i = 0; i < places.length; i++) {
            boolean isFigure = places[i] instanceof Long || places[i] instanceof Integer;
            text = text.replace(
                    "{" + i + "}", isFigure ? Page.grouped(((Number) places[i]).longValue()) : places[i].toString());
        }
        return text;
    }
}
