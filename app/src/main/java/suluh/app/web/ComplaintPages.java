package suluh.app.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.AnswerReporter;
import suluh.app.flow.House;
import suluh.app.flow.SettleComplaints;
import suluh.app.flow.ShowRegister;
import suluh.app.flow.SortComplaints;
import suluh.app.flow.ViewCase;
import suluh.core.casework.complaint.Closing;
import suluh.core.kernel.Outcome;

/** The inbox: complaints in the order of stated reasons, each settled by one act. */
@Controller
class ComplaintPages {
    private final SortComplaints sort;
    private final SettleComplaints settle;
    private final AnswerReporter answer;
    private final ViewCase viewCase;
    private final ShowRegister register;

    ComplaintPages(House house) {
        this.sort = new SortComplaints(house);
        this.settle = new SettleComplaints(house);
        this.answer = new AnswerReporter(house);
        this.viewCase = new ViewCase(house);
        this.register = new ShowRegister(house);
    }

    @GetMapping("/complaints")
    String inbox(Acting who, Model model) {
        model.addAttribute("inbox", Refused.orValue(sort.run(who)));
        model.addAttribute("cases", Refused.orValue(viewCase.cases(who)));
        model.addAttribute("register", Refused.orValue(register.run(who)).register());
        model.addAttribute("closings", Closing.values());
        return "complaints";
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
