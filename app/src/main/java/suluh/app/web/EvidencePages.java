package suluh.app.web;

import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.flow.Acting;
import suluh.app.flow.ShowSourceBytes;
import suluh.app.flow.SignIn;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.observation.SourcePointer;

/** Evidence items, their custody, and the sealed bytes behind a statement. */
@Controller
class EvidencePages {
    private final ViewCase viewCase;
    private final ShowSourceBytes bytes;
    private final SignIn signIn;

    EvidencePages(ViewCase viewCase, ShowSourceBytes bytes, SignIn signIn) {
        this.viewCase = viewCase;
        this.bytes = bytes;
        this.signIn = signIn;
    }

    @GetMapping("/cases/{number}/evidence/{item}")
    String item(@PathVariable("number") String number, @PathVariable("item") String item, Principal who, Model model) {
        CaseView view = open(number, who, model);
        model.addAttribute("item", find(view, item));
        return "evidence";
    }

    @PostMapping("/cases/{number}/evidence/{item}/verify")
    String verify(
            @PathVariable("number") String number, @PathVariable("item") String item, Principal who, Model model) {
        CaseView view = open(number, who, model);
        boolean faulty =
                bytes.verify(view, acting(who), find(view, item).item()).isPresent();
        return "redirect:/cases/" + view.number() + "/evidence/" + id(item) + (faulty ? "?fault" : "?verified");
    }

    @GetMapping("/cases/{number}/source")
    String source(
            @PathVariable("number") String number,
            @RequestParam("item") String item,
            @RequestParam(name = "path", defaultValue = "") String path,
            @RequestParam("offset") long offset,
            @RequestParam("length") long length,
            Principal who,
            Model model)
            throws IOException {
        CaseView view = open(number, who, model);
        if (offset < 0 || length < 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        SourcePointer source = new SourcePointer(id(item), path, offset, length);
        model.addAttribute(
                "source",
                bytes.show(view, acting(who), source)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "source";
    }

    private ShowSourceBytes.ItemView find(CaseView view, String item) {
        return bytes.item(view, id(item)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static EvidenceId id(String item) {
        try {
            return new EvidenceId(item);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    private CaseView open(String number, Principal who, Model model) {
        return switch (viewCase.find(acting(who).person(), number)) {
            case Outcome.Done<CaseView> done -> {
                model.addAttribute("view", done.value());
                yield done.value();
            }
            case Outcome.Refused<CaseView> refused -> throw new Refused(refused.refusal());
        };
    }

    private Acting acting(Principal who) {
        return signIn.find(who.getName())
                .map(account -> new Acting(account.agency(), account.personId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
