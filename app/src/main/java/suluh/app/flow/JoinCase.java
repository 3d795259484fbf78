package suluh.app.flow;

import java.time.Instant;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.core.ledger.EntryKind;

/** Makes a person a member of a case; only members see it. */
public final class JoinCase {
    private final House house;

    public JoinCase(House house) {
        this.house = house;
    }

    /** Joins the person to a case that the caller has opened. */
    public void run(OpenedCase opened, String personId) {
        Instant now = house.clock().instant();
        house.database().inCase(opened.id(), () -> {
            house.cases().join(opened.id(), personId, now);
            house.ledger()
                    .append(opened.acting()
                            .entry(
                                    EntryKind.CASE_JOINED,
                                    now,
                                    opened.number(),
                                    Map.of("person", personId),
                                    Map.of(),
                                    Map.of()));
            return true;
        });
    }
}
