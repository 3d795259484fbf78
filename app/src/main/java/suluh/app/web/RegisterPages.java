package suluh.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.ShowRegister;

/** The register: offences, authorities, agencies, providers, clocks and helplines, each with its source. */
@Controller
class RegisterPages {
    private final ShowRegister flow;

    RegisterPages(House house) {
        this.flow = new ShowRegister(house);
    }

    @GetMapping("/registers")
    String show(Acting who, Model model) {
        model.addAttribute("shown", Refused.orValue(flow.run(who)));
        return "registers";
    }
}
