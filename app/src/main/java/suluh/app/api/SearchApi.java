package suluh.app.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.SearchAsked;
import suluh.app.flow.SearchCase;
import suluh.app.flow.SearchCase.Found;
import suluh.app.flow.ViewCase;

/** Search in a case. */
@RestController
class SearchApi {
    private final ViewCase viewCase;
    private final SearchCase search;

    SearchApi(House house) {
        this.viewCase = new ViewCase(house);
        this.search = new SearchCase(house);
    }

    /** What the address asks for. */
    @ModelAttribute("asked")
    SearchAsked asked(
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(name = "platform", defaultValue = "") String platform,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "month", defaultValue = "") String month,
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "letters", defaultValue = "") String letters,
            @RequestParam(name = "sender", defaultValue = "0") int sender,
            @RequestParam(name = "after", defaultValue = "0") int after) {
        return new SearchAsked(query, platform, kind, month, day, letters, sender, after);
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/search")
    Found search(@PathVariable("number") String number, @ModelAttribute("asked") SearchAsked asked, Acting who) {
        return Refused.orValue(
                search.run(Refused.orValue(viewCase.find(who, number)).opened(), asked));
    }
}
