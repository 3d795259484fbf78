package suluh.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.SeeAudit;
import suluh.app.flow.SeeAudit.Question;
import suluh.core.ledger.EntryKind;

/** Who did and saw what, for auditors; each line with its proof. */
@Controller
class AuditPages {
    private final SeeAudit audit;

    AuditPages(House house) {
        this.audit = new SeeAudit(house);
    }

    @GetMapping("/audit")
    String lines(
            @RequestParam(name = "case", defaultValue = "") String caseNumber,
            @RequestParam(name = "person", defaultValue = "") String person,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "before", defaultValue = "-1") long before,
            Acting who,
            Model model) {
        Question question = new Question(caseNumber, person, kind, before);
        model.addAttribute("question", question);
        model.addAttribute("kinds", EntryKind.values());
        model.addAttribute("answer", Refused.orValue(audit.lines(who, question)));
        return "audit";
    }

    @GetMapping("/audit/{index}")
    String prove(@PathVariable("index") long index, Acting who, Model model) {
        model.addAttribute("proved", Refused.orValue(audit.prove(who, index)));
        return "audit-entry";
    }
}
