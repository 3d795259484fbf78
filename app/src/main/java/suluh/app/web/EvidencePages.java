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
import suluh.app.flow.ShowSourceBytes;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.SourcePointer;

/** Evidence items, their custody, and the sealed bytes behind a statement. */
@Controller
class EvidencePages {
    private final ViewCase viewCase;
    private final ShowSourceBytes bytes;

    EvidencePages(ViewCase viewCase, ShowSourceBytes bytes) {
        this.viewCase = viewCase;
        this.bytes = bytes;
    }

    @GetMapping("/cases/{number}/evidence/{item}")
    String item(
            @PathVariable("number") String number,
            @PathVariable("item") String item,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = open(number, who, model);
        ShowSourceBytes.ItemView found = find(view, item);
        model.addAttribute("item", found);
        Paged.of(model, page)
                .lines("custody", found.custody(), Paged.LINES)
                .part("readings", found.readings(), Paged.LINES);
        return "evidence";
    }

    @PostMapping("/cases/{number}/evidence/{item}/verify")
    String verify(@PathVariable("number") String number, @PathVariable("item") String item, Acting who, Model model) {
        CaseView view = open(number, who, model);
        boolean faulty = Refused.orValue(bytes.verify(view.opened(), id(item))).isPresent();
        return "redirect:/cases/" + view.number() + "/evidence/" + id(item) + (faulty ? "?fault" : "?verified");
    }

    @GetMapping("/cases/{number}/source")
    String source(
            @PathVariable("number") String number,
            @RequestParam("item") String item,
            @RequestParam(name = "path", defaultValue = "") String path,
            @RequestParam("offset") long offset,
            @RequestParam("length") long length,
            Acting who,
            Model model)
            throws IOException {
        CaseView view = open(number, who, model);
        if (offset < 0 || length < 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        SourcePointer source = new SourcePointer(id(item), path, offset, length);
        model.addAttribute(
                "source",
                Refused.orValue(bytes.show(view.opened(), source))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "source";
    }

    private ShowSourceBytes.ItemView find(CaseView view, String item) {
        return Refused.orValue(bytes.item(view.opened(), id(item)));
    }

    private static EvidenceId id(String item) {
        try {
            return new EvidenceId(item);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    private CaseView open(String number, Acting who, Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        return view;
    }
}
