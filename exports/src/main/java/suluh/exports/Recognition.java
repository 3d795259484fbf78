package suluh.exports;

/**
 * What a file is taken for.
 *
 * @param format reader that takes it
 * @param reason for {@link Format#NONE} and {@link Format#ASIDE}: the sentence that says why nobody does
 */
record Recognition(Format format, String reason) {
    /** Readers, and the two ways of having none. */
    enum Format {
        ARCHIVE,
        GZIP,
        TELEGRAM,
        META_MESSAGES,
        META_SECTION,
        META_PAGE,
        META_RETURN,
        CYBERTIP_XML,
        WHATSAPP,
        X_ARCHIVE,
        DISCORD_PACKAGE,
        DISCORD_CHAT_EXPORTER,
        SIGNAL,
        TELEGRAM_HTML,
        WARC,
        WACZ_PACKAGE,
        WACZ_SIGNATURE,
        WACZ_PAGES,
        PDF,
        MEDIA,
        /** Known, and left aside on purpose. */
        ASIDE,
        NONE
    }

    static Recognition as(Format format) {
        return new Recognition(format, "");
    }

    static Recognition none(String reason) {
        return new Recognition(Format.NONE, reason);
    }
}
