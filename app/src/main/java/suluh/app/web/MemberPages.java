package suluh.app.web;

import java.io.IOException;
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
import suluh.app.flow.ApproveAct;
import suluh.app.flow.House;
import suluh.app.flow.JoinCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProtectChild;
import suluh.app.flow.PurgeEvidence;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.core.casework.Role;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;

/** Who takes part in a case, what needs a second person's word, and which accounts are a child's. */
@Controller
class MemberPages {
    private static final int PAGE_APPROVALS = 40;

    private final ViewCase viewCase;
    private final JoinCase join;
    private final ApproveAct approve;
    private final ProtectChild protect;
    private final PurgeEvidence purge;

    MemberPages(House house) {
        this.viewCase = new ViewCase(house);
        this.join = new JoinCase(house);
        this.approve = new ApproveAct(house);
        this.protect = new ProtectChild(house);
        this.purge = new PurgeEvidence(house);
    }

    @GetMapping("/cases/{number}/people")
    String show(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        model.addAttribute("who", who);
        model.addAttribute("members", Refused.orValue(join.members(view.opened())));
        model.addAttribute("agencies", Refused.orValue(join.agencies(view.opened())));
        Paged.of(model, page)
                .lines("approvals", Refused.orValue(approve.all(view.opened())), PAGE_APPROVALS)
                .part("children", Refused.orValue(protect.marked(view.opened())), Paged.LINES);
        model.addAttribute("allRoles", Role.values());
        return "case-people";
    }

    @PostMapping("/cases/{number}/people")
    String join(
            @PathVariable("number") String number,
            @RequestParam("login") String login,
            @RequestParam("role") Role role,
            Acting who) {
        return done(number, join.byLogin(open(who, number), login, role));
    }

    @PostMapping("/cases/{number}/people/{person}/leave")
    String leave(@PathVariable("number") String number, @PathVariable("person") String person, Acting who) {
        return done(number, join.leave(open(who, number), person));
    }

    @PostMapping("/cases/{number}/agencies")
    String bringIn(@PathVariable("number") String number, @RequestParam("agency") String agency, Acting who) {
        return done(number, join.bringIn(open(who, number), agency));
    }

    @PostMapping("/cases/{number}/approvals")
    String ask(
            @PathVariable("number") String number,
            @RequestParam("act") String act,
            @RequestParam("subject") String subject,
            @RequestParam("reason") String reason,
            Acting who) {
        var needed = ApproveAct.actOf(act).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return done(number, approve.ask(open(who, number), needed, subject.strip(), reason));
    }

    @PostMapping("/cases/{number}/approvals/{id}")
    String decide(
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            @RequestParam("granted") boolean isGranted,
            Acting who) {
        return done(number, approve.decide(open(who, number), id, isGranted));
    }

    @PostMapping("/cases/{number}/children/{account}")
    String mark(
            @PathVariable("number") String number,
            @PathVariable("account") int account,
            @RequestParam("act") String act,
            Acting who) {
        OpenedCase opened = open(who, number);
        return done(
                number,
                switch (act) {
                    case "mark" -> protect.mark(opened, account);
                    case "lift" -> protect.lift(opened, account);
                    case "unmask" -> protect.unmask(opened, account);
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                });
    }

    @PostMapping("/cases/{number}/evidence/{item}/purge")
    String purge(@PathVariable("number") String number, @PathVariable("item") String item, Acting who)
            throws IOException {
        return done(number, purge.run(open(who, number), new EvidenceId(item), "approved"));
    }

    private OpenedCase open(Acting who, String number) {
        return Refused.orValue(viewCase.find(who, number)).opened();
    }

    /** Back to the page once the act is done; a refusal becomes its own page. */
    private static String done(String number, Outcome<?> outcome) {
        Refused.orValue(outcome);
        return "redirect:/cases/" + number + "/people";
    }
}
