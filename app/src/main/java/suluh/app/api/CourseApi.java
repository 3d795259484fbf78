package suluh.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import suluh.app.api.Once.Made;
import suluh.app.api.Problems.Misuse;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.CourseLines;
import suluh.app.flow.CourseLines.ComplaintLine;
import suluh.app.flow.CourseLines.NoteLine;
import suluh.app.flow.CourseLines.TargetLine;
import suluh.app.flow.CourseLines.TaskLine;
import suluh.app.flow.House;
import suluh.app.flow.LookUpConflicts;
import suluh.app.flow.MarkCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.app.flow.WriteInCase;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.course.CaseStanding;
import suluh.core.casework.course.DecisionKind;
import suluh.core.casework.course.Sensitivity;
import suluh.core.kernel.Outcome;

/** The course of a case: what it looks at, its tasks, notes, hand-overs and decisions, its marking and its closing. */
@RestController
class CourseApi {
    private final ViewCase viewCase;
    private final WriteInCase write;
    private final MarkCase mark;
    private final LookUpConflicts conflicts;
    private final Once once;

    CourseApi(House house, Once once) {
        this.viewCase = new ViewCase(house);
        this.write = new WriteInCase(house);
        this.mark = new MarkCase(house);
        this.conflicts = new LookUpConflicts(house);
        this.once = once;
    }

    /** How a case is marked, and whether it is open; its version is the ETag. */
    record Standing(
            String sensitivity,
            boolean mustNotTell,
            boolean isOpen,
            @Nullable String keptUntil) {
        static Standing of(CaseStanding standing) {
            LocalDate keptUntil = standing.keptUntil();
            return new Standing(
                    standing.sensitivity().wire(),
                    standing.mustNotTell(),
                    standing.isOpen(),
                    keptUntil == null ? null : keptUntil.toString());
        }
    }

    /** The course of a case. */
    record CourseAnswer(
            Standing standing,
            boolean isPreserved,
            List<TargetLine> targets,
            List<ComplaintLine> complaints,
            List<TaskLine> tasks,
            List<NoteLine> notes) {
        static CourseAnswer of(CaseStanding standing, CourseLines lines) {
            return new CourseAnswer(
                    Standing.of(standing),
                    lines.isPreserved(),
                    lines.targets(),
                    lines.complaints(),
                    lines.tasks(),
                    lines.notes());
        }
    }

    /** Words of a note, or reasons. */
    record Words(String words) {
        Words {
            words = Objects.requireNonNullElse(words, "");
        }
    }

    /** What a member is to do. */
    record NewTask(String title, String person, @Nullable String due) {
        NewTask {
            title = Objects.requireNonNullElse(title, "");
            person = Objects.requireNonNullElse(person, "");
        }
    }

    /** To whom the case is handed over, and what they have to know. */
    record HandOver(String person, String words) {
        HandOver {
            person = Objects.requireNonNullElse(person, "");
            words = Objects.requireNonNullElse(words, "");
        }
    }

    /** What was decided and why; unpreserved says why content to be taken down was not preserved. */
    record NewDecision(String decision, String words, String unpreserved) {
        NewDecision {
            decision = Objects.requireNonNullElse(decision, "");
            words = Objects.requireNonNullElse(words, "");
            unpreserved = Objects.requireNonNullElse(unpreserved, "");
        }
    }

    /** How the case is to be marked. */
    record Marking(String sensitivity, boolean mustNotTell) {
        Marking {
            sensitivity = Objects.requireNonNullElse(sensitivity, "");
        }
    }

    /** Another case looks at this too; whom to call, and no more. */
    record ConflictAnswer(String target, String agency, String contact) {}

    /** What was written, by its number in the case. */
    record Written(int id) {}

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/course")
    ResponseEntity<CourseAnswer> show(@PathVariable("number") String number, Acting who) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        CourseAnswer answer = CourseAnswer.of(view.standing(), Refused.orValue(write.lines(view.opened())));
        return ResponseEntity.ok().eTag(tag(view.standing())).body(answer);
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/notes")
    ResponseEntity<String> note(
            @PathVariable("number") String number, @RequestBody Words note, Acting who, HttpServletRequest request) {
        return written(request, number, note, () -> write.note(open(who, number), note.words()));
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/tasks")
    ResponseEntity<String> task(
            @PathVariable("number") String number, @RequestBody NewTask task, Acting who, HttpServletRequest request) {
        return written(
                request,
                number,
                task,
                () -> write.task(open(who, number), task.title(), task.person(), day(task.due())));
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/tasks/{task}/completion")
    Written finish(@PathVariable("number") String number, @PathVariable("task") int task, Acting who) {
        return new Written(Refused.orValue(write.finishTask(open(who, number), task)));
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/hand-overs")
    ResponseEntity<String> handOver(
            @PathVariable("number") String number,
            @RequestBody HandOver given,
            Acting who,
            HttpServletRequest request) {
        return written(request, number, given, () -> write.handOver(open(who, number), given.person(), given.words()));
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/decisions")
    ResponseEntity<String> decide(
            @PathVariable("number") String number,
            @RequestBody NewDecision decided,
            Acting who,
            HttpServletRequest request) {
        DecisionKind kind = known(DecisionKind.values(), decided.decision(), DecisionKind::wire, "DECISION_UNKNOWN");
        return written(
                request,
                number,
                decided,
                () -> write.decide(open(who, number), kind, decided.words(), decided.unpreserved()));
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/conflicts")
    List<ConflictAnswer> lookUp(@PathVariable("number") String number, Acting who) {
        return Refused.orValue(conflicts.run(open(who, number))).stream()
                .map(found -> new ConflictAnswer(found.target().normalised(), found.agency(), found.contact()))
                .toList();
    }

    @PutMapping(ApiConfiguration.BASE + "/cases/{number}/marking")
    ResponseEntity<Standing> mark(
            @PathVariable("number") String number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Marking marking,
            Acting who) {
        Sensitivity sensitivity =
                known(Sensitivity.values(), marking.sensitivity(), Sensitivity::wire, "SENSITIVITY_UNKNOWN");
        return changed(
                who, number, mark.mark(open(who, number), ETags.version(ifMatch), sensitivity, marking.mustNotTell()));
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/closing")
    ResponseEntity<Standing> close(
            @PathVariable("number") String number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Words reasons,
            Acting who) {
        return changed(who, number, mark.close(open(who, number), ETags.version(ifMatch), reasons.words()));
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/reopening")
    ResponseEntity<Standing> reopen(
            @PathVariable("number") String number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Words reasons,
            Acting who) {
        return changed(who, number, mark.reopen(open(who, number), ETags.version(ifMatch), reasons.words()));
    }

    private interface Writing {
        Outcome<Integer> run();
    }

    private ResponseEntity<String> written(HttpServletRequest request, String number, Object body, Writing work) {
        return once.create(request, body, () -> {
            int id = Refused.orValue(work.run());
            return new Made(ApiConfiguration.BASE + "/cases/" + number + "/course", new Written(id));
        });
    }

    private ResponseEntity<Standing> changed(Acting who, String number, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused && refused.refusal().code() == CaseworkCode.CHANGED_SINCE) {
            throw ETags.changed();
        }
        Refused.orValue(outcome);
        CaseStanding standing = Refused.orValue(viewCase.find(who, number)).standing();
        return ResponseEntity.ok().eTag(tag(standing)).body(Standing.of(standing));
    }

    private OpenedCase open(Acting who, String number) {
        return Refused.orValue(viewCase.find(who, number)).opened();
    }

    private static String tag(CaseStanding standing) {
        return "\"" + standing.version() + "\"";
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Misuse(HttpStatus.BAD_REQUEST, "DAY_UNREADABLE", "A day is written 2026-11-24 (ISO 8601).");
        }
    }

    /** The value of this wire name, or a refusal that names those that are known. */
    static <T> T known(T[] values, String wire, java.util.function.Function<T, String> wireOf, String code) {
        for (T value : values) {
            if (wireOf.apply(value).equals(wire)) {
                return value;
            }
        }
        throw new Misuse(
                HttpStatus.UNPROCESSABLE_CONTENT,
                code,
                "Known are: "
                        + String.join(
                                ", ",
                                java.util.Arrays.stream(values).map(wireOf).toList()) + ".");
    }
}
