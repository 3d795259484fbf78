package suluh.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.ReviewExposure;

/** How much people of an agency were shown, in figures; for supervisors. */
@Controller
class ExposurePages {
    private final ReviewExposure exposure;

    ExposurePages(House house) {
        this.exposure = new ReviewExposure(house);
    }

    @GetMapping("/exposure")
    String show(Acting who, Model model) {
        model.addAttribute("exposure", Refused.orValue(exposure.figures(who)));
        return "exposure";
    }

    @PostMapping("/exposure/limit")
    String set(
            @RequestParam("looks") int looks,
            @RequestParam("minutes") int minutes,
            @RequestParam("stretch") int stretch,
            @RequestParam("pause") int pause,
            Acting who) {
        Refused.orValue(exposure.set(who, looks, minutes, stretch, pause));
        return "redirect:/exposure?changed";
    }
}
