package suluh.core.disclosure;

/**
 * Parts of a case's report, in their order, with the bytes that each may take besides what those before it left over.
 *
 * <p>Together they stay below 300,000 bytes in UTF-8, the limit of a page, whatever the size of the case.
 */
enum ReportPart {
    SUMMARY(8_000),
    RECEIVED(16_000),
    READ(20_000),
    CONVERSATIONS(72_000),
    BY_STRUCTURE(8_000),
    ACCOUNTS(26_000),
    ACTORS(18_000),
    TIES_TO_JUDGE(10_000),
    GROUPS(14_000),
    /** Some 240 nodes of ordinary names. */
    NETWORK_PICTURE(56_000),
    ROLES(8_000),
    WHAT_GROUPS_DO(7_000),
    LIKE_GROUPS(3_000),
    REPLACEMENTS(3_000),
    RECRUITMENTS(3_000),
    WHAT_IF(3_000),
    RANKS(3_000),
    MEDIA(12_000),
    METHOD(3_000);

    private final int bytes;

    ReportPart(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }
}
