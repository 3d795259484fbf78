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
    DISCLOSURE_PLANNED,
    DISCLOSURE_MARKED,
    DISCLOSURE_MARK_LIFTED,
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
    HOUSE_RESTORED,
    COMPLAINT_RECEIVED,
    COMPLAINT_ACKNOWLEDGED,
    COMPLAINT_TAKEN_UP,
    COMPLAINT_CLOSED,
    REPORTER_TOLD,
    CASE_MARKED,
    TASK_SET,
    TASK_DONE,
    NOTE_WRITTEN,
    CASE_HANDED_OVER,
    CASE_CLOSED,
    CASE_REOPENED,
    CASE_PURGED,
    CONFLICTS_LOOKED_UP,
    REQUEST_DRAFTED,
    REQUEST_SENT,
    REQUEST_ACKNOWLEDGED,
    REQUEST_RENEWED,
    REQUEST_ANSWERED,
    REQUEST_LAPSED,
    REQUEST_WITHDRAWN,
    PRODUCTION_RECEIVED,
    MEDIA_HASHED,
    HASH_LIST_KEPT,
    MEDIA_ASSESSED,
    EXPOSURE_LIMIT_SET,
    VERDICT_GIVEN,
    PASSKEY_SET,
    PASSKEY_REMOVED,
    PROVIDER_BOUND,
    DISCLOSURE_LOGGED,
    CHARGE_KEPT,
    CHARGE_ENDED,
    SEARCHED,
    SEARCH_SAVED,
    SEARCH_DROPPED,
    CLOCK_WARNED,
    CLOCK_ENDED,
    WORK_ASKED,
    WORK_CANCELLED;

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
