package suluh.app.web;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.ErrorCode;

/** Shows a flow's refusal as a page; a case that one may not see is a case that is not there. */
@ControllerAdvice
class Refusals {
    /** What is not there, or is not to be told apart from it. */
    private static final Set<ErrorCode> NOT_THERE =
            Set.of(CaseworkCode.CASE_UNKNOWN, CaseworkCode.ITEM_UNKNOWN, CaseworkCode.PERSON_UNKNOWN);

    @ExceptionHandler(Refused.class)
    ModelAndView refused(Refused refused, Model model) {
        model.addAttribute("sentence", refused.refusal().message());
        return new ModelAndView(
                "refused", model.asMap(), status(refused.refusal().code()));
    }

    static HttpStatus status(ErrorCode code) {
        return NOT_THERE.contains(code) ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
    }
}
