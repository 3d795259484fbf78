package suluh.core.ledger;

import java.util.Locale;
import java.util.Optional;

/** What a ledger entry records; appended, never reused. */
public enum EntryKind {
    PERSON_ADDED,
    CASE_OPENED,
    CASE_JOINED,
    EVIDENCE_SEALED,
    EVIDENCE_READ,
    FINDINGS_MADE,
    BUNDLE_ASSEMBLED,
    SIGNED_IN,
    BYTES_SHOWN,
    EVIDENCE_VERIFIED,
    DECISION_MADE,
    EVIDENCE_PURGED,
    LEDGER_AUDITED,
    ACCESS_REFUSED,
    CONTENT_SHOWN,
    AGENCY_JOINED,
    CASE_LEFT,
    PERSON_CHANGED,
    APPROVAL_ASKED,
    APPROVAL_GIVEN,
    APPROVAL_DECLINED,
    CHILD_MARKED,
    CHILD_MARK_LIFTED,
    CHILD_UNMASKED,
    KEY_MADE,
    KEY_REVOKED,
    SECOND_FACTOR_SET,
    SECOND_FACTOR_RESET,
    WEBHOOK_NAMED,
    WEBHOOK_STOPPED,
    BACKUP_MADE,
    HOUSE_RESTORED;

    /** Name in the entry: {@code evidence-sealed}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this wire name. */
    public static Optional<EntryKind> ofWire(String wire) {
        for (EntryKind kind : values()) {
            if (kind.wire().equals(wire)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
