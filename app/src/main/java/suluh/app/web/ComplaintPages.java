package suluh.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.AnswerReporter;
import suluh.app.flow.House;
import suluh.app.flow.InboxFilter;
import suluh.app.flow.KeepInboxFilters;
import suluh.app.flow.SettleComplaints;
import suluh.app.flow.ShowRegister;
import suluh.app.flow.SortComplaints;
import suluh.app.flow.ViewCase;
import suluh.core.casework.complaint.Closing;
import suluh.core.casework.complaint.Concern;
import suluh.core.casework.complaint.InboxReason;
import suluh.core.kernel.Outcome;

/** The inbox: complaints in the order of stated reasons, each settled by one act. */
@Controller
class ComplaintPages {
    private final SortComplaints sort;
    private final KeepInboxFilters filters;
    private final SettleComplaints settle;
    private final AnswerReporter answer;
    private final ViewCase viewCase;
    private final ShowRegister register;

    ComplaintPages(House house) {
        this.sort = new SortComplaints(house);
        this.filters = new KeepInboxFilters(house);
        this.settle = new SettleComplaints(house);
        this.answer = new AnswerReporter(house);
        this.viewCase = new ViewCase(house);
        this.register = new ShowRegister(house);
    }

    /** What the address narrows the inbox to. */
    record Wanted(
            @Nullable String platform,
            @Nullable String concern,
            @Nullable String reason,
            @Nullable String words) {
        InboxFilter filter() {
            return new InboxFilter(text(platform), text(concern), text(reason), text(words));
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    @GetMapping("/complaints")
    String inbox(@ModelAttribute("wanted") Wanted wanted, Acting who, Model model) {
        InboxFilter filter = wanted.filter();
        model.addAttribute("filter", filter);
        model.addAttribute("inbox", Refused.orValue(sort.run(who, filter)));
        model.addAttribute("kept", Refused.orValue(filters.all(who)));
        model.addAttribute("concerns", Concern.values());
        model.addAttribute("reasons", InboxReason.values());
        model.addAttribute("cases", Refused.orValue(viewCase.cases(who)));
        model.addAttribute("register", Refused.orValue(register.run(who)).register());
        model.addAttribute("closings", Closing.values());
        return "complaints";
    }

    @PostMapping("/complaints/filters")
    String keep(
            @ModelAttribute("wanted") Wanted wanted,
            @RequestParam(name = "name", defaultValue = "") String name,
            Acting who) {
        InboxFilter filter = wanted.filter();
        Refused.orValue(filters.keep(who, filter, name));
        return "redirect:/complaints?" + filter.wire();
    }

    @PostMapping("/complaints/filters/removal")
    String drop(@RequestParam(name = "name", defaultValue = "") String name, Acting who) {
        return done(filters.drop(who, name));
    }

    @PostMapping("/complaints/{reference}/acknowledgement")
    String acknowledge(@PathVariable("reference") String reference, Acting who) {
        return done(settle.acknowledge(who, reference));
    }

    @PostMapping("/complaints/closing")
    String close(
            @RequestParam("reference") List<String> references, @RequestParam("closing") String closing, Acting who) {
        Closing reason = Closing.ofWire(closing).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return done(settle.close(who, references, reason));
    }

    @PostMapping("/complaints/new-case")
    String open(
            @RequestParam("reference") List<String> references,
            @RequestParam("offence") String offence,
            @RequestParam("authority") String authority,
            Acting who) {
        return "redirect:/cases/" + Refused.orValue(settle.openCase(who, references, offence, authority)) + "/course";
    }

    @PostMapping("/complaints/case")
    String takeUp(
            @RequestParam("reference") List<String> references, @RequestParam("number") String number, Acting who) {
        return "redirect:/cases/" + Refused.orValue(settle.takeUp(who, number, references)) + "/course";
    }

    @PostMapping("/complaints/{reference}/answer")
    String tell(@PathVariable("reference") String reference, @RequestParam("words") String words, Acting who) {
        return done(answer.tell(who, reference, words));
    }

    /** Back to the inbox once the act is done; a refusal becomes its own page. */
    private static String done(Outcome<?> outcome) {
        Refused.orValue(outcome);
        return "redirect:/complaints";
    }
}
