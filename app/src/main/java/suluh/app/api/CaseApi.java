package suluh.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.api.Once.Made;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ReadConversation;
import suluh.app.flow.ReadConversation.AccountLine;
import suluh.app.flow.ReadConversation.ConversationLine;
import suluh.app.flow.ReadConversation.Page;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseLine;
import suluh.app.flow.ViewCase.CaseView;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonObject;

/** Cases, their findings, accounts and conversations. */
@RestController
class CaseApi {
    private final House house;
    private final ViewCase viewCase;
    private final ReadConversation conversations;
    private final Once once;

    CaseApi(House house, Once once) {
        this.house = house;
        this.viewCase = new ViewCase(house);
        this.conversations = new ReadConversation(house);
        this.once = once;
    }

    /** What a case is opened for. */
    record NewCase(String offence, String authority) {
        NewCase {
            offence = Objects.requireNonNullElse(offence, "");
            authority = Objects.requireNonNullElse(authority, "");
        }
    }

    /** A case as the API answers it. */
    record CaseAnswer(String number, String agency, String openedAt, String offence, String authority, String role) {}

    @GetMapping(ApiConfiguration.BASE + "/cases")
    Slice<CaseLine> cases(
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestParam(name = "limit", defaultValue = "" + Slice.USUAL) int limit,
            Acting who) {
        return Slice.of(Refused.orValue(viewCase.cases(who)).reversed(), CaseLine::id, after, limit);
    }

    @PostMapping(ApiConfiguration.BASE + "/cases")
    ResponseEntity<String> open(@RequestBody NewCase wanted, Acting who, HttpServletRequest request) {
        return once.create(request, wanted, () -> {
            OpenedCase opened = Refused.orValue(new OpenCase(house).run(who, wanted.offence(), wanted.authority()));
            return new Made(ApiConfiguration.BASE + "/cases/" + opened.number(), answer(view(who, opened.number())));
        });
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}")
    ResponseEntity<CaseAnswer> show(@PathVariable("number") String number, Acting who) {
        CaseAnswer answer = answer(view(who, number));
        return ResponseEntity.ok().eTag(ETags.of(answer.toString())).body(answer);
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/findings")
    ResponseEntity<String> findings(
            @PathVariable("number") String number,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            Acting who) {
        Optional<JsonObject> findings =
                Refused.orValue(viewCase.findings(view(who, number).opened()));
        String body = findings.map(CanonicalJson::indented)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String tag = ETags.of(body);
        return tag.equals(ifNoneMatch)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body);
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/accounts")
    Slice<AccountLine> accounts(
            @PathVariable("number") String number,
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestParam(name = "limit", defaultValue = "" + Slice.USUAL) int limit,
            Acting who) {
        return Slice.of(
                Refused.orValue(conversations.accounts(view(who, number).opened())).stream()
                        .sorted(java.util.Comparator.comparingInt(AccountLine::id))
                        .toList(),
                AccountLine::id,
                after,
                limit);
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/conversations")
    Slice<ConversationLine> conversations(
            @PathVariable("number") String number,
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestParam(name = "limit", defaultValue = "" + Slice.USUAL) int limit,
            Acting who) {
        return Slice.of(
                Refused.orValue(conversations.conversations(view(who, number).opened())).stream()
                        .sorted(java.util.Comparator.comparingInt(ConversationLine::id))
                        .toList(),
                ConversationLine::id,
                after,
                limit);
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/conversations/{id}")
    Page conversation(
            @PathVariable("number") String number,
            @PathVariable("id") int id,
            @RequestParam(name = "from", defaultValue = "0") long from,
            Acting who) {
        return Refused.orValue(conversations.page(view(who, number).opened(), id, from))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private CaseView view(Acting who, String number) {
        return Refused.orValue(viewCase.find(who, number));
    }

    private static CaseAnswer answer(CaseView view) {
        return new CaseAnswer(
                view.number(),
                view.agency(),
                view.openedAt(),
                view.opened().mandate().offence().code(),
                view.authorityReference(),
                view.opened().role().wire());
    }
}
