package suluh.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.SeeHealth;

/** How the house stands, for whoever looks after it. */
@Controller
class HealthPages {
    private final SeeHealth health;

    HealthPages(House house) {
        this.health = new SeeHealth(house);
    }

    @GetMapping("/health")
    String show(Acting who, Model model) {
        model.addAttribute("health", Refused.orValue(health.run(who)));
        return "health";
    }
}
