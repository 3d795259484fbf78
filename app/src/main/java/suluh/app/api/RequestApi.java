package suluh.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import suluh.app.api.Once.Made;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.DraftRequest;
import suluh.app.flow.DraftRequest.Wanted;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ReceiveComplaint;
import suluh.app.flow.ReceiveProduction;
import suluh.app.flow.ReceiveProduction.Produced;
import suluh.app.flow.RequestLine;
import suluh.app.flow.SendRequest;
import suluh.app.flow.SendRequest.SentLetter;
import suluh.app.flow.ViewCase;
import suluh.core.canon.CanonicalJson;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.RecordType;
import suluh.core.casework.request.RequestKind;
import suluh.core.casework.request.SixItems;
import suluh.core.casework.targets.Target;
import suluh.core.kernel.Outcome;

/** Requests to providers: drafted, taken step by step, their letters, and what came of them held against what was asked. */
@RestController
class RequestApi {
    private final ViewCase viewCase;
    private final DraftRequest draft;
    private final SendRequest send;
    private final ReceiveProduction produce;
    private final ReceiveComplaint targets;
    private final Once once;

    RequestApi(House house, Once once) {
        this.viewCase = new ViewCase(house);
        this.draft = new DraftRequest(house);
        this.send = new SendRequest(house);
        this.produce = new ReceiveProduction(house);
        this.targets = new ReceiveComplaint(house);
        this.once = once;
    }

    /** The six items of Article 29(2) of the Convention on Cybercrime, by their letters. */
    record Items(String a, String b, String c, String d, String e, String f) {
        static SixItems of(@Nullable Items given) {
            return given == null
                    ? new SixItems("", "", "", "", "", "")
                    : new SixItems(
                            text(given.a()),
                            text(given.b()),
                            text(given.c()),
                            text(given.d()),
                            text(given.e()),
                            text(given.f()));
        }
    }

    /** What is to be asked; items for a preservation, statedDays where the notice itself states its period. */
    record NewRequest(
            @Nullable String kind,
            @Nullable String provider,
            @Nullable String authority,
            @Nullable Items items,
            @Nullable List<String> targets,
            @Nullable String platform,
            @Nullable List<String> types,
            @Nullable String from,
            @Nullable String until,
            @Nullable Integer statedDays,
            @Nullable String unpreserved) {}

    /** The next step of a request, and the reason where one is needed. */
    record Step(String step, String words) {
        Step {
            step = Objects.requireNonNullElse(step, "");
            words = Objects.requireNonNullElse(words, "");
        }
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/requests")
    List<RequestLine> list(@PathVariable("number") String number, Acting who) {
        return Refused.orValue(draft.lines(open(who, number)));
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/requests")
    ResponseEntity<String> write(
            @PathVariable("number") String number,
            @RequestBody NewRequest wanted,
            Acting who,
            HttpServletRequest request) {
        return once.create(request, wanted, () -> {
            int sequence = Refused.orValue(draft.draft(open(who, number), wanted(wanted)));
            return made(who, number, sequence);
        });
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/requests/{request}")
    ResponseEntity<RequestLine> show(
            @PathVariable("number") String number, @PathVariable("request") int request, Acting who) {
        RequestLine answer = answer(who, number, request);
        return ResponseEntity.ok().eTag(ETags.of(answer.toString())).body(answer);
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/requests/{request}/steps")
    ResponseEntity<String> step(
            @PathVariable("number") String number,
            @PathVariable("request") int sequence,
            @RequestBody Step step,
            Acting who,
            HttpServletRequest request) {
        return once.create(request, step, () -> {
            Refused.orValue(
                    switch (step.step()) {
                        case "send" -> send.send(open(who, number), sequence);
                        case "acknowledge" -> send.acknowledge(open(who, number), sequence);
                        case "renew" -> send.renew(open(who, number), sequence);
                        case "answer" -> send.answer(open(who, number), sequence);
                        case "withdraw" -> send.withdraw(open(who, number), sequence, step.words());
                        default ->
                            Outcome.refused(
                                    CaseworkCode.REQUEST_NOT_THERE_YET,
                                    "Steps are: send, acknowledge, renew, answer, withdraw.");
                    });
            return made(who, number, sequence);
        });
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/requests/{request}/letters/{language}")
    ResponseEntity<byte[]> letter(
            @PathVariable("number") String number,
            @PathVariable("request") int request,
            @PathVariable("language") String language,
            Acting who) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(sent(who, number, request, language).pdf());
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/requests/{request}/letters/{language}/twin")
    ResponseEntity<byte[]> twin(
            @PathVariable("number") String number,
            @PathVariable("request") int request,
            @PathVariable("language") String language,
            Acting who) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(sent(who, number, request, language).twin());
    }

    @PostMapping(
            path = ApiConfiguration.BASE + "/cases/{number}/requests/{request}/productions",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> receive(
            @PathVariable("number") String number,
            @PathVariable("request") int request,
            @RequestParam("name") String name,
            @RequestHeader(name = "Content-Digest", required = false) @Nullable String digest,
            Acting who,
            HttpServletRequest body)
            throws IOException {
        Produced produced = Refused.orValue(
                produce.run(open(who, number), request, name, body.getInputStream(), EvidenceApi.expected(digest)));
        String item = produced.item().id().value();
        return ResponseEntity.created(URI.create(ApiConfiguration.BASE + "/cases/" + number + "/evidence/" + item))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"item\":\"" + item + "\",\"unread\":" + produced.unread() + ",\"comparison\":"
                        + CanonicalJson.text(produced.comparison().json()) + "}");
    }

    private Made made(Acting who, String number, int sequence) {
        return new Made(
                ApiConfiguration.BASE + "/cases/" + number + "/requests/" + sequence, answer(who, number, sequence));
    }

    private RequestLine answer(Acting who, String number, int sequence) {
        return Refused.orValue(draft.line(open(who, number), sequence));
    }

    private SentLetter sent(Acting who, String number, int request, String language) {
        return Refused.orValue(send.letter(open(who, number), request, language));
    }

    private OpenedCase open(Acting who, String number) {
        return Refused.orValue(viewCase.find(who, number)).opened();
    }

    private Wanted wanted(NewRequest given) {
        RequestKind kind = CourseApi.known(RequestKind.values(), text(given.kind()), RequestKind::wire, "KIND_UNKNOWN");
        List<Target> named = new ArrayList<>();
        for (String target : Objects.requireNonNullElse(given.targets(), List.<String>of())) {
            named.addAll(targets.targets(target, text(given.platform())));
        }
        return new Wanted(
                kind,
                text(given.provider()),
                text(given.authority()),
                kind == RequestKind.PRESERVATION ? Items.of(given.items()) : null,
                new Asked(named, CourseApi.day(given.from()), CourseApi.day(given.until()), types(given.types())),
                Objects.requireNonNullElse(given.statedDays(), 0),
                text(given.unpreserved()));
    }

    private static Set<RecordType> types(@Nullable List<String> wires) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        for (String wire : Objects.requireNonNullElse(wires, List.<String>of())) {
            types.add(CourseApi.known(RecordType.values(), wire, RecordType::wire, "TYPE_UNKNOWN"));
        }
        return types;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
