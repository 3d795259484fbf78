package suluh.app.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import suluh.app.api.Problems.Misuse;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.ChangePerson;
import suluh.app.flow.ChangePerson.Change;
import suluh.app.flow.ChangePerson.PersonLine;
import suluh.app.flow.House;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;

/** People of one's agency: roles and whether they are active. */
@RestController
class PeopleApi {
    private final ChangePerson people;

    PeopleApi(House house) {
        this.people = new ChangePerson(house);
    }

    /** What is to change; what is left out stays. */
    record PersonChange(
            @Nullable List<String> roles, @Nullable Boolean isActive) {}

    /** A person as the API answers them. */
    record PersonAnswer(
            String id, String agency, String login, String displayName, List<String> roles, boolean isActive) {
        static PersonAnswer of(PersonLine line) {
            return new PersonAnswer(
                    line.id(),
                    line.agency(),
                    line.login(),
                    line.displayName(),
                    line.roles().stream().map(Role::wire).toList(),
                    line.isActive());
        }
    }

    @GetMapping(ApiConfiguration.BASE + "/people")
    List<PersonAnswer> list(Acting who) {
        return Refused.orValue(people.list(who)).stream().map(PersonAnswer::of).toList();
    }

    @GetMapping(ApiConfiguration.BASE + "/people/{id}")
    ResponseEntity<PersonAnswer> show(@PathVariable("id") String id, Acting who) {
        return answer(Refused.orValue(people.find(who, id)));
    }

    @PatchMapping(ApiConfiguration.BASE + "/people/{id}")
    ResponseEntity<PersonAnswer> change(
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PersonChange change,
            Acting who) {
        int version = ETags.version(ifMatch);
        PersonLine now = Refused.orValue(people.find(who, id));
        Set<Role> roles = change.roles() == null ? Set.copyOf(now.roles()) : roles(change.roles());
        boolean isActive = change.isActive() == null ? now.isActive() : change.isActive();
        try {
            return answer(Refused.orValue(people.change(who, new Change(id, roles, isActive, version))));
        } catch (Refused refused) {
            throw refused.refusal().code() == CaseworkCode.CHANGED_SINCE ? ETags.changed() : refused;
        }
    }

    private static ResponseEntity<PersonAnswer> answer(PersonLine line) {
        return ResponseEntity.ok().eTag("\"" + line.version() + "\"").body(PersonAnswer.of(line));
    }

    private static Set<Role> roles(List<String> wires) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String wire : wires) {
            roles.add(Role.ofWire(wire)
                    .orElseThrow(
                            () -> new Misuse(HttpStatus.BAD_REQUEST, "ROLE_UNKNOWN", "One of the roles is unknown.")));
        }
        return roles;
    }
}
