package suluh.app.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.DraftRequest.RequestView;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.RecordType;
import suluh.core.casework.targets.Target;

/**
 * A request as it stands now, in texts, for other systems.
 *
 * @param from first day, or null for all there is
 * @param clock how its clock stands: not-running, running, warning or lapsed
 * @param lapsesAt when it lapses, or null while no clock runs
 * @param steps those that may come next
 */
public record RequestLine(
        String id,
        String kind,
        String provider,
        String authority,
        List<String> targets,
        List<String> types,
        @Nullable String from,
        @Nullable String until,
        String state,
        String clock,
        @Nullable String lapsesAt,
        List<String> steps) {
    public RequestLine {
        targets = List.copyOf(targets);
        types = List.copyOf(types);
        steps = List.copyOf(steps);
    }

    static RequestLine of(RequestView view) {
        Asked asked = view.row().asked();
        Instant lapsesAt = view.lapsesAt();
        return new RequestLine(
                view.row().number(),
                view.row().kind().wire(),
                view.row().provider(),
                view.row().authority(),
                asked.targets().stream().map(Target::normalised).toList(),
                asked.types().stream().map(RecordType::wire).toList(),
                day(asked.from()),
                day(asked.until()),
                view.row().state().wire(),
                view.reading().wire(),
                lapsesAt == null ? null : lapsesAt.toString(),
                view.acts());
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
