package suluh.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import suluh.app.api.Once.Made;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.ApproveAct;
import suluh.app.flow.ApproveAct.ApprovalLine;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.TellAgencies;
import suluh.app.flow.TellAgencies.Address;
import suluh.app.flow.TellAgencies.Named;
import suluh.app.flow.ViewCase;
import suluh.core.casework.Act;

/** Webhooks of one's agency, and the word of a second person on acts that need it. */
@RestController
class WebhookApi {
    private final TellAgencies hooks;
    private final ApproveAct approvals;
    private final ViewCase viewCase;
    private final Once once;

    WebhookApi(House house, Once once) {
        this.hooks = new TellAgencies(house);
        this.approvals = new ApproveAct(house);
        this.viewCase = new ViewCase(house);
        this.once = once;
    }

    /** An address to tell. */
    record NewWebhook(String url) {
        NewWebhook {
            url = Objects.requireNonNullElse(url, "");
        }
    }

    /** What a second person is asked. */
    record NewApproval(String act, String subject, String reason) {
        NewApproval {
            act = Objects.requireNonNullElse(act, "");
            subject = Objects.requireNonNullElse(subject, "");
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    /** What was asked, by its id. */
    record Asked(String id) {}

    /** The answer of the second person. */
    record Decision(boolean isGranted) {}

    @GetMapping(ApiConfiguration.BASE + "/webhooks")
    List<Address> list(Acting who) {
        return Refused.orValue(hooks.list(who));
    }

    @PostMapping(ApiConfiguration.BASE + "/webhooks")
    ResponseEntity<Named> name(@RequestBody NewWebhook wanted, Acting who) {
        // No idempotency key: a receipt would keep the secret, which is shown this once.
        Named named = Refused.orValue(hooks.name(who, wanted.url()));
        return ResponseEntity.created(URI.create(ApiConfiguration.BASE + "/webhooks/" + named.id()))
                .body(named);
    }

    @DeleteMapping(ApiConfiguration.BASE + "/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable("id") String id, Acting who) {
        Refused.orValue(hooks.stop(who, id));
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/approvals")
    List<ApprovalLine> approvals(@PathVariable("number") String number, Acting who) {
        return Refused.orValue(approvals.all(open(who, number)));
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/approvals")
    ResponseEntity<String> ask(
            @PathVariable("number") String number,
            @RequestBody NewApproval wanted,
            Acting who,
            HttpServletRequest request) {
        return once.create(request, wanted, () -> {
            Act act = ApproveAct.actOf(wanted.act())
                    .orElseThrow(() -> new Problems.Misuse(
                            HttpStatus.BAD_REQUEST, "ACT_UNKNOWN", "That act needs no second person."));
            String id = Refused.orValue(approvals.ask(open(who, number), act, wanted.subject(), wanted.reason()));
            return new Made(ApiConfiguration.BASE + "/cases/" + number + "/approvals", new Asked(id));
        });
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/approvals/{id}/decision")
    ApprovalLine decide(
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            @RequestBody Decision decision,
            Acting who) {
        return Refused.orValue(approvals.decide(open(who, number), id, decision.isGranted()));
    }

    private OpenedCase open(Acting who, String number) {
        return Refused.orValue(viewCase.find(who, number)).opened();
    }
}
