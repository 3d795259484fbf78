package suluh.app.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page needs to know. */
@ControllerAdvice
class FrameModel {
    @ModelAttribute("signedIn")
    boolean signedIn(@Nullable Principal who) {
        return who != null;
    }
}
