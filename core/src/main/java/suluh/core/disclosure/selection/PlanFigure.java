package suluh.core.disclosure.selection;

import java.util.Locale;

/** What the preview of a disclosure counts. */
public enum PlanFigure {
    CONVERSATIONS,
    ACCOUNTS,
    MESSAGES,
    /** Items that the chosen records rest on. */
    ITEMS,
    /** Of these, those whose bytes go into the full bundle. */
    ITEMS_WITH_BYTES,
    /** Accounts believed to be a child's. */
    CHILD_ACCOUNTS,
    /** Messages that such accounts wrote. */
    CHILD_MESSAGES,
    /** Messages in which a child's name or handle is hidden. */
    MESSAGES_NAMING_CHILDREN,
    /** Messages that carry a file; the files themselves are left out of the redacted bundle. */
    MESSAGES_WITH_FILES,
    /** Records of each bundle. */
    RECORDS,
    /** Passages hidden in the redacted bundle. */
    REDACTIONS;

    /** Name in rows and records: {@code child-messages}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
