package suluh.app.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import suluh.app.flow.SignIn;
import suluh.core.casework.Act;
import suluh.core.casework.Role;

/** What the frame around every page needs to know. */
@ControllerAdvice(basePackageClasses = FrameModel.class)
class FrameModel {
    private final SignIn signIn;

    FrameModel(SignIn signIn) {
        this.signIn = signIn;
    }

    @ModelAttribute
    void frame(@Nullable Principal who, Model model) {
        model.addAttribute("signedIn", who != null);
        if (who != null) {
            signIn.find(who.getName()).ifPresent(account -> {
                model.addAttribute("isAdministrator", account.roles().contains(Role.ADMINISTRATOR));
                model.addAttribute(
                        "handlesComplaints",
                        account.roles().stream().anyMatch(Act.HANDLE_COMPLAINTS.roles()::contains));
                model.addAttribute("opensCases", account.roles().stream().anyMatch(Act.OPEN_CASE.roles()::contains));
                model.addAttribute("seesHealth", account.roles().stream().anyMatch(Act.SEE_HEALTH.roles()::contains));
                model.addAttribute("isSupervisor", account.roles().contains(Role.SUPERVISOR));
                model.addAttribute("isAuditor", account.roles().contains(Role.AUDITOR));
            });
        }
    }
}
