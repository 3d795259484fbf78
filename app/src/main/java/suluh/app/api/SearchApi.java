package suluh.app.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import suluh.app.door.Refused;
import suluh.app.door.SearchQuestion;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
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

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/search")
    Found search(@PathVariable("number") String number, @ModelAttribute SearchQuestion question, Acting who) {
        return Refused.orValue(
                search.run(Refused.orValue(viewCase.find(who, number)).opened(), question.asked()));
    }
}
