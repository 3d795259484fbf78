package suluh.app.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.flow.AddPerson;
import suluh.core.kernel.Outcome;

/** Signing in, and the one-time set-up of the first person. */
@Controller
class SignInPages {
    private final AddPerson addPerson;
    private final SetupToken token;
    private final ProviderSignIn provider;

    SignInPages(AddPerson addPerson, SetupToken token, ProviderSignIn provider) {
        this.provider = provider;
        this.addPerson = addPerson;
        this.token = token;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        provider.name().ifPresent(name -> model.addAttribute("providerName", name));
        model.addAttribute("providerStart", ProviderSignIn.START);
        return "sign-in";
    }

    @GetMapping("/set-up")
    String setUp(@RequestParam("token") String given, Model model) {
        requireOpen(given);
        model.addAttribute("token", given);
        return "set-up";
    }

    @PostMapping("/set-up")
    String makeFirst(
            @RequestParam("token") String given,
            @RequestParam("agency") String agency,
            @RequestParam("login") String login,
            @RequestParam("name") String name,
            @RequestParam("password") String password,
            @RequestParam("again") String again,
            Model model) {
        requireOpen(given);
        if (!password.equals(again)) {
            return refused(given, "set-up.differ", model);
        }
        if (!token.use(given)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return switch (addPerson.first(agency, login, name, password)) {
            case Outcome.Done<String> ignored -> "redirect:/sign-in?ready";
            case Outcome.Refused<String> refusal -> {
                token.giveBack();
                yield refused(given, "refusal." + refusal.refusal().code().name(), model);
            }
        };
    }

    private static String refused(String given, String message, Model model) {
        model.addAttribute("token", given);
        model.addAttribute("refusal", message);
        return "set-up";
    }

    private void requireOpen(String given) {
        if (!token.opens(given) || !addPerson.isFirst()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
