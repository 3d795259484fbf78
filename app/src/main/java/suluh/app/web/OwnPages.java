package suluh.app.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.KeepPasskeys;
import suluh.app.flow.SecondFactor;

/** One's own sign-in: the second factor and passkeys. */
@Controller
class OwnPages {
    private final SecondFactor factor;
    private final KeepPasskeys passkeys;

    OwnPages(House house) {
        this.factor = new SecondFactor(house);
        this.passkeys = new KeepPasskeys(house);
    }

    @GetMapping("/me")
    String show(Acting who, Model model) {
        model.addAttribute("hasFactor", factor.isAsked(who.person()));
        model.addAttribute("passkeys", passkeys.of(who.person()));
        return "me";
    }

    @PostMapping("/me/second-factor")
    String begin(Acting who, Principal principal, Model model) {
        model.addAttribute("enrolment", Refused.orValue(factor.begin(who, principal.getName())));
        model.addAttribute("hasFactor", false);
        model.addAttribute("passkeys", passkeys.of(who.person()));
        return "me";
    }

    @PostMapping("/me/passkeys/{id}/removal")
    String removePasskey(@PathVariable("id") String id, Acting who) {
        Refused.orValue(passkeys.remove(who, id));
        return "redirect:/me?passkey";
    }

    @PostMapping("/me/second-factor/confirmation")
    String confirm(@RequestParam("code") String code, Acting who) {
        Refused.orValue(factor.confirm(who, code));
        return "redirect:/me?set";
    }
}
