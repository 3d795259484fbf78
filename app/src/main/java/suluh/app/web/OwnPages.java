package suluh.app.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.SecondFactor;

/** One's own sign-in: the second factor. */
@Controller
class OwnPages {
    private final SecondFactor factor;

    OwnPages(House house) {
        this.factor = new SecondFactor(house);
    }

    @GetMapping("/me")
    String show(Acting who, Model model) {
        model.addAttribute("hasFactor", factor.isAsked(who.person()));
        return "me";
    }

    @PostMapping("/me/second-factor")
    String begin(Acting who, Principal principal, Model model) {
        model.addAttribute("enrolment", Refused.orValue(factor.begin(who, principal.getName())));
        model.addAttribute("hasFactor", false);
        return "me";
    }

    @PostMapping("/me/second-factor/confirmation")
    String confirm(@RequestParam("code") String code, Acting who) {
        Refused.orValue(factor.confirm(who, code));
        return "redirect:/me?set";
    }
}
