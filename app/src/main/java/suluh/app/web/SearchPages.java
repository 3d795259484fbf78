package suluh.app.web;

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
import suluh.app.door.SearchQuestion;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.KeepSearches;
import suluh.app.flow.SearchAsked;
import suluh.app.flow.SearchCase;
import suluh.app.flow.SearchCase.Standing;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;

/** Search over the messages, names and identifiers of a case, and searches that are kept. */
@Controller
class SearchPages {
    /** Messages shown before the one that a link leads to. */
    private static final int LEAD = 30;

    private final ViewCase viewCase;
    private final SearchCase search;
    private final KeepSearches kept;

    SearchPages(ViewCase viewCase, House house) {
        this.viewCase = viewCase;
        this.search = new SearchCase(house);
        this.kept = new KeepSearches(house);
    }

    @GetMapping("/cases/{number}/search")
    String show(
            @PathVariable("number") String number, @ModelAttribute SearchQuestion question, Acting who, Model model) {
        CaseView view = open(number, who, model);
        SearchAsked asked = question.asked();
        model.addAttribute("asked", asked);
        model.addAttribute("kept", Refused.orValue(kept.all(view.opened())));
        if (!asked.isEmpty()) {
            model.addAttribute("found", Refused.orValue(search.run(view.opened(), asked)));
        }
        return "search";
    }

    @PostMapping("/cases/{number}/searches")
    String keep(
            @PathVariable("number") String number,
            @ModelAttribute SearchQuestion question,
            @RequestParam(name = "name", defaultValue = "") String name,
            Acting who,
            Model model) {
        CaseView view = open(number, who, model);
        Refused.orValue(kept.save(view.opened(), question.asked(), name));
        return "redirect:/cases/" + view.number() + "/search";
    }

    @PostMapping("/cases/{number}/searches/{id}/removal")
    String drop(@PathVariable("number") String number, @PathVariable("id") String id, Acting who, Model model) {
        CaseView view = open(number, who, model);
        Refused.orValue(kept.drop(view.opened(), id));
        return "redirect:/cases/" + view.number() + "/search";
    }

    /** Leads to a message where it stands in its conversation. */
    @GetMapping("/cases/{number}/messages/{message}")
    String message(
            @PathVariable("number") String number, @PathVariable("message") int message, Acting who, Model model) {
        CaseView view = open(number, who, model);
        Standing standing = Refused.orValue(search.standing(view.opened(), message))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:/cases/" + view.number() + "/conversations/" + standing.conversation() + "?from="
                + Math.max(0, standing.index() - LEAD) + "#m" + standing.index();
    }

    private CaseView open(String number, Acting who, Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        return view;
    }
}
