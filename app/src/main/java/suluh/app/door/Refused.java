package suluh.app.door;

import java.util.Set;
import org.springframework.http.HttpStatus;
import suluh.core.casework.CaseworkCode;
import suluh.core.exposure.ExposureCode;
import suluh.core.identity.IdentityCode;
import suluh.core.kernel.ErrorCode;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Refusal;
import suluh.core.search.SearchCode;

/** A flow declined, and the door says why; what one may not see is not there. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is not there, or is not to be told apart from it. */
    private static final Set<ErrorCode> NOT_THERE = Set.of(
            CaseworkCode.CASE_UNKNOWN,
            CaseworkCode.ITEM_UNKNOWN,
            CaseworkCode.PERSON_UNKNOWN,
            CaseworkCode.ACCOUNT_UNKNOWN,
            CaseworkCode.APPROVAL_UNKNOWN,
            CaseworkCode.KEY_UNKNOWN,
            CaseworkCode.COMPLAINT_UNKNOWN,
            CaseworkCode.TASK_UNKNOWN,
            CaseworkCode.REQUEST_UNKNOWN,
            CaseworkCode.ENTRY_UNKNOWN,
            CaseworkCode.WORK_UNKNOWN,
            SearchCode.SAVED_SEARCH_UNKNOWN,
            IdentityCode.DECISION_UNKNOWN,
            ExposureCode.MEDIA_UNKNOWN);

    /** Nobody may: the person, the role or the time stands against it. */
    private static final Set<ErrorCode> FORBIDDEN = Set.of(
            CaseworkCode.PERSON_INACTIVE,
            CaseworkCode.ROLE_MISSING,
            CaseworkCode.CASE_CLOSED,
            CaseworkCode.AUTHORITY_LAPSED,
            CaseworkCode.AUTHORITY_NOT_YET_IN_FORCE,
            CaseworkCode.SECOND_PERSON_NEEDED);

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** What the flow gave; a refusal becomes the page that tells it. */
    public static <T> T orValue(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused -> throw new Refused(refused.refusal());
        };
    }

    public Refusal refusal() {
        return refusal;
    }

    /** 404, 403, 409 for what changed meanwhile, else 422. */
    public HttpStatus status() {
        if (NOT_THERE.contains(refusal.code())) {
            return HttpStatus.NOT_FOUND;
        }
        if (FORBIDDEN.contains(refusal.code())) {
            return HttpStatus.FORBIDDEN;
        }
        if (refusal.code() == CaseworkCode.TOO_MANY_COMPLAINTS) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        return refusal.code() == CaseworkCode.CHANGED_SINCE ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
