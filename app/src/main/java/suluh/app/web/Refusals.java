package suluh.app.web;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Shows a flow's refusal as a page; a case that one may not see is a case that is not there. */
@ControllerAdvice
class Refusals {
    @ExceptionHandler(Refused.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String refused(Refused refused, Model model) {
        model.addAttribute("sentence", refused.refusal().message());
        return "refused";
    }
}
