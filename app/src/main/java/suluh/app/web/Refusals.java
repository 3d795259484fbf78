package suluh.app.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import suluh.app.door.Refused;

/** Shows a flow's refusal as a page. */
@ControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {
    @ExceptionHandler(Refused.class)
    ModelAndView refused(Refused refused, Model model) {
        model.addAttribute("sentence", refused.refusal().message());
        model.addAttribute("signedIn", true);
        return new ModelAndView("refused", model.asMap(), refused.status());
    }
}
