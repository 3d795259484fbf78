package suluh.app.web;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.AddPerson;
import suluh.app.flow.AddPerson.NewPerson;
import suluh.app.flow.ChangePerson;
import suluh.app.flow.ChangePerson.Change;
import suluh.app.flow.ChangePerson.PersonLine;
import suluh.app.flow.House;
import suluh.app.flow.KeepKeys;
import suluh.app.flow.KnowProvider;
import suluh.app.flow.SecondFactor;
import suluh.core.casework.Role;

/** People of an agency, their roles, and the keys of its systems; for administrators. */
@Controller
class PeoplePages {
    private final AddPerson add;
    private final ChangePerson change;
    private final SecondFactor factor;
    private final KeepKeys keys;
    private final KnowProvider provider;

    PeoplePages(AddPerson add, KnowProvider provider, House house) {
        this.provider = provider;
        this.add = add;
        this.change = new ChangePerson(house);
        this.factor = new SecondFactor(house);
        this.keys = new KeepKeys(house);
    }

    @GetMapping("/people")
    String list(@RequestParam(name = "page", defaultValue = "0") int page, Acting who, Model model) {
        List<PersonLine> people = Refused.orValue(change.list(who));
        Map<String, String> names = new HashMap<>();
        people.forEach(person -> names.put(person.id(), person.displayName()));
        model.addAttribute("names", names);
        Paged.of(model, page).lines("people", people, Paged.FINDINGS);
        model.addAttribute("keys", Refused.orValue(keys.list(who)));
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("agency", who.agency());
        provider.settings().provider().ifPresent(named -> model.addAttribute("provider", named.name()));
        return "people";
    }

    @PostMapping("/people")
    String add(
            @RequestParam("agency") String agency,
            @RequestParam("login") String login,
            @RequestParam("name") String name,
            @RequestParam("password") String password,
            @RequestParam(name = "role", required = false) @Nullable List<Role> roles,
            Acting who) {
        Refused.orValue(add.run(who, new NewPerson(agency, login, name, set(roles)), password));
        return "redirect:/people?added";
    }

    @PostMapping("/people/{id}")
    String change(
            @PathVariable("id") String id,
            @RequestParam("version") int version,
            @RequestParam(name = "active", defaultValue = "false") boolean isActive,
            @RequestParam(name = "role", required = false) @Nullable List<Role> roles,
            Acting who) {
        Refused.orValue(change.change(who, new Change(id, set(roles), isActive, version)));
        return "redirect:/people?changed";
    }

    @PostMapping("/people/{id}/second-factor")
    String resetFactor(@PathVariable("id") String id, Acting who) {
        Refused.orValue(factor.reset(who, id));
        return "redirect:/people?changed";
    }

    @PostMapping("/people/{id}/provider-subject")
    String bind(@PathVariable("id") String id, @RequestParam("subject") String subject, Acting who) {
        Refused.orValue(provider.bind(who, id, subject));
        return "redirect:/people?changed";
    }

    @PostMapping("/people/{id}/keys")
    String makeKey(@PathVariable("id") String id, @RequestParam("label") String label, Acting who, Model model) {
        model.addAttribute("token", Refused.orValue(keys.make(who, id, label)).token());
        return list(0, who, model);
    }

    @PostMapping("/keys/{id}/revocation")
    String revoke(@PathVariable("id") String id, Acting who) {
        Refused.orValue(keys.revoke(who, id));
        return "redirect:/people?changed";
    }

    private static Set<Role> set(@Nullable List<Role> roles) {
        return roles == null || roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }
}
