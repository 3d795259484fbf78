package suluh.app.web;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.JoinCase;
import suluh.app.flow.LookUpConflicts;
import suluh.app.flow.MarkCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PurgeCase;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.app.flow.WriteInCase;
import suluh.app.flow.WriteInCase.Course;
import suluh.core.casework.course.DecisionKind;
import suluh.core.casework.course.Sensitivity;
import suluh.core.kernel.Outcome;

/** The course of a case: what it looks at, who is to do what, what was decided and why, and how it is marked. */
@Controller
class CoursePages {
    /** What people wrote, notes and complaints each, of which one page shows so much. */
    private static final int PAGE_TEXT_BYTES = 60_000;

    private final ViewCase viewCase;
    private final JoinCase join;
    private final WriteInCase write;
    private final MarkCase mark;
    private final LookUpConflicts conflicts;
    private final PurgeCase purge;

    CoursePages(House house) {
        this.viewCase = new ViewCase(house);
        this.join = new JoinCase(house);
        this.write = new WriteInCase(house);
        this.mark = new MarkCase(house);
        this.conflicts = new LookUpConflicts(house);
        this.purge = new PurgeCase(house);
    }

    @GetMapping("/cases/{number}/course")
    String show(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        Course course = Refused.orValue(write.course(view.opened()));
        model.addAttribute("view", view);
        model.addAttribute("course", course);
        Paged.of(model, page)
                .texts("notes", course.notes(), course.noteWords(), PAGE_TEXT_BYTES)
                .texts("complaints", course.complaints(), course.complaintWords(), PAGE_TEXT_BYTES)
                .part("tasks", course.tasks(), Paged.LINES)
                .part("targets", course.targets(), Paged.LINES);
        model.addAttribute("total", course.notes().size());
        model.addAttribute("members", Refused.orValue(join.members(view.opened())));
        model.addAttribute("decisions", DecisionKind.values());
        model.addAttribute("sensitivities", Sensitivity.values());
        return "course";
    }

    @PostMapping("/cases/{number}/conflicts")
    String lookUp(@PathVariable("number") String number, Acting who, Model model) {
        model.addAttribute("conflicts", Refused.orValue(conflicts.run(open(who, number))));
        return show(number, 0, who, model);
    }

    @PostMapping("/cases/{number}/notes")
    String note(@PathVariable("number") String number, @RequestParam("words") String words, Acting who) {
        return done(number, write.note(open(who, number), words));
    }

    @PostMapping("/cases/{number}/tasks")
    String task(
            @PathVariable("number") String number,
            @RequestParam("title") String title,
            @RequestParam("person") String person,
            @RequestParam(name = "due", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate due,
            Acting who) {
        return done(number, write.task(open(who, number), title, person, due));
    }

    @PostMapping("/cases/{number}/tasks/{task}/done")
    String finish(@PathVariable("number") String number, @PathVariable("task") int task, Acting who) {
        return done(number, write.finishTask(open(who, number), task));
    }

    @PostMapping("/cases/{number}/hand-over")
    String handOver(
            @PathVariable("number") String number,
            @RequestParam("person") String person,
            @RequestParam("words") String words,
            Acting who) {
        return done(number, write.handOver(open(who, number), person, words));
    }

    @PostMapping("/cases/{number}/decisions")
    String decide(
            @PathVariable("number") String number,
            @RequestParam("decision") DecisionKind decision,
            @RequestParam("words") String words,
            @RequestParam(name = "unpreserved", defaultValue = "") String unpreserved,
            Acting who) {
        return done(number, write.decide(open(who, number), decision, words, unpreserved));
    }

    @PostMapping("/cases/{number}/marking")
    String mark(
            @PathVariable("number") String number,
            @RequestParam("version") int version,
            @RequestParam("sensitivity") Sensitivity sensitivity,
            @RequestParam(name = "mustNotTell", defaultValue = "false") boolean mustNotTell,
            Acting who) {
        return done(number, mark.mark(open(who, number), version, sensitivity, mustNotTell));
    }

    @PostMapping("/cases/{number}/closing")
    String close(
            @PathVariable("number") String number,
            @RequestParam("version") int version,
            @RequestParam("words") String words,
            Acting who) {
        return done(number, mark.close(open(who, number), version, words));
    }

    @PostMapping("/cases/{number}/reopening")
    String reopen(
            @PathVariable("number") String number,
            @RequestParam("version") int version,
            @RequestParam("words") String words,
            Acting who) {
        return done(number, mark.reopen(open(who, number), version, words));
    }

    @PostMapping("/cases/{number}/purge")
    String purge(@PathVariable("number") String number, Acting who) throws IOException {
        return done(number, purge.run(open(who, number)));
    }

    private OpenedCase open(Acting who, String number) {
        return Refused.orValue(viewCase.find(who, number)).opened();
    }

    /** Back to the page once the act is done; a refusal becomes its own page. */
    private static String done(String number, Outcome<?> outcome) {
        Refused.orValue(outcome);
        return "redirect:/cases/" + number + "/course";
    }
}
