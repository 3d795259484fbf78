package suluh.app.web;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.KeepCharges;
import suluh.core.casework.PersonInCharge;
import suluh.core.casework.PersonInCharge.Basis;

/** The register of persons in charge, from which certificates under s. 90A of the Evidence Act are drafted. */
@Controller
class ChargePages {
    private final KeepCharges charges;

    ChargePages(House house) {
        this.charges = new KeepCharges(house);
    }

    @GetMapping("/charges")
    String show(Acting who, Model model) {
        model.addAttribute("charges", Refused.orValue(charges.all(who)));
        model.addAttribute("bases", Basis.values());
        return "charges";
    }

    @PostMapping("/charges")
    String add(
            @RequestParam Map<String, String> fields,
            @RequestParam("basis") Basis basis,
            @RequestParam("from") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            Acting who) {
        Refused.orValue(charges.add(
                who,
                new PersonInCharge(
                        0,
                        who.agency(),
                        fields.getOrDefault("computer", ""),
                        fields.getOrDefault("use", ""),
                        fields.getOrDefault("name", ""),
                        fields.getOrDefault("position", ""),
                        basis,
                        from,
                        null)));
        return "redirect:/charges";
    }

    @PostMapping("/charges/{id}/end")
    String end(@PathVariable("id") int id, Acting who) {
        Refused.orValue(charges.end(who, id));
        return "redirect:/charges";
    }
}
