package suluh.app.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.DraftRequest;
import suluh.app.flow.DraftRequest.Wanted;
import suluh.app.flow.House;
import suluh.app.flow.ReceiveComplaint;
import suluh.app.flow.ReceiveProduction;
import suluh.app.flow.SendRequest;
import suluh.app.flow.ShowRegister;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.app.flow.WriteInCase;
import suluh.core.casework.Agency;
import suluh.core.casework.Register;
import suluh.core.casework.Wording;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.RecordType;
import suluh.core.casework.request.RequestKind;
import suluh.core.casework.request.SixItems;

/** Requests to providers: drafted, sent with letters in two languages, followed by clocks, answered and reconciled. */
@Controller
class RequestPages {
    private final ViewCase viewCase;
    private final DraftRequest draft;
    private final SendRequest send;
    private final ReceiveProduction produce;
    private final WriteInCase course;
    private final ReceiveComplaint targets;
    private final ShowRegister register;

    RequestPages(House house) {
        this.viewCase = new ViewCase(house);
        this.draft = new DraftRequest(house);
        this.send = new SendRequest(house);
        this.produce = new ReceiveProduction(house);
        this.course = new WriteInCase(house);
        this.targets = new ReceiveComplaint(house);
        this.register = new ShowRegister(house);
    }

    @GetMapping("/cases/{number}/requests")
    String show(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        Paged.of(model, page).lines("requests", Refused.orValue(draft.all(view.opened())), Paged.FINDINGS);
        model.addAttribute(
                "productions",
                Refused.orValue(produce.all(view.opened())).stream()
                        .map(ProductionModel::of)
                        .toList());
        model.addAttribute("languages", SendRequest.LANGUAGES);
        return "requests";
    }

    @GetMapping("/cases/{number}/requests/new")
    String begin(
            @PathVariable("number") String number,
            @RequestParam(name = "kind", defaultValue = "PRESERVATION") RequestKind kind,
            Acting who,
            Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        model.addAttribute("kind", kind);
        var seen = Refused.orValue(course.course(view.opened()));
        model.addAttribute("course", seen);
        model.addAttribute("targets", seen.targetLines());
        Register known = Refused.orValue(register.run(who)).register();
        Agency agency = known.agencies().get(who.agency());
        model.addAttribute("register", known);
        model.addAttribute("authorityThatAsks", agency == null ? view.authorityTitle() : Wording.same(agency.name()));
        model.addAttribute("types", RecordType.values());
        return "request-new";
    }

    @PostMapping("/cases/{number}/requests")
    String write(
            @PathVariable("number") String number,
            @RequestParam("kind") RequestKind kind,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "type", required = false) @Nullable List<RecordType> types,
            @RequestParam(name = "from", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate from,
            @RequestParam(name = "until", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate until,
            @RequestParam(name = "days", defaultValue = "0") int days,
            Acting who) {
        Set<RecordType> asked = types == null || types.isEmpty() ? Set.of() : EnumSet.copyOf(types);
        Wanted wanted = new Wanted(
                kind,
                fields.getOrDefault("provider", ""),
                fields.getOrDefault("authority", ""),
                kind == RequestKind.PRESERVATION ? items(fields) : null,
                new Asked(
                        targets.targets(fields.getOrDefault("targets", ""), fields.getOrDefault("platform", "")),
                        from,
                        until,
                        kind == RequestKind.TAKE_DOWN ? Set.of() : asked),
                days,
                fields.getOrDefault("unpreserved", ""));
        Refused.orValue(draft.draft(Refused.orValue(viewCase.find(who, number)).opened(), wanted));
        return back(number);
    }

    @PostMapping("/cases/{number}/requests/{request}")
    String step(
            @PathVariable("number") String number,
            @PathVariable("request") int request,
            @RequestParam("act") String act,
            @RequestParam(name = "words", defaultValue = "") String words,
            Acting who) {
        var opened = Refused.orValue(viewCase.find(who, number)).opened();
        Refused.orValue(
                switch (act) {
                    case "send" -> send.send(opened, request);
                    case "acknowledge" -> send.acknowledge(opened, request);
                    case "renew" -> send.renew(opened, request);
                    case "answer" -> send.answer(opened, request);
                    case "withdraw" -> send.withdraw(opened, request, words);
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                });
        return back(number);
    }

    @GetMapping("/cases/{number}/requests/{request}/letter")
    ResponseEntity<byte[]> letter(
            @PathVariable("number") String number,
            @PathVariable("request") int request,
            @RequestParam(name = "language", defaultValue = "ms") String language,
            @RequestParam(name = "twin", defaultValue = "false") boolean isTwin,
            Acting who) {
        var opened = Refused.orValue(viewCase.find(who, number)).opened();
        var letter = Refused.orValue(send.letter(opened, request, language));
        String name = number + "-R-" + request + "-" + (language.equals("en") ? "en" : "ms");
        return ResponseEntity.ok()
                .contentType(isTwin ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + (isTwin ? ".json" : ".pdf"), StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .body(isTwin ? letter.twin() : letter.pdf());
    }

    @PostMapping("/cases/{number}/requests/{request}/productions")
    String produce(
            @PathVariable("number") String number,
            @PathVariable("request") int request,
            @RequestParam("file") MultipartFile file,
            Acting who)
            throws IOException {
        var opened = Refused.orValue(viewCase.find(who, number)).opened();
        String name = file.getOriginalFilename();
        try (var in = file.getInputStream()) {
            Refused.orValue(produce.run(opened, request, name == null ? "" : name, in));
        }
        return back(number);
    }

    static SixItems items(Map<String, String> fields) {
        return new SixItems(
                fields.getOrDefault("a", ""),
                fields.getOrDefault("b", ""),
                fields.getOrDefault("c", ""),
                fields.getOrDefault("d", ""),
                fields.getOrDefault("e", ""),
                fields.getOrDefault("f", ""));
    }

    private static String back(String number) {
        return "redirect:/cases/" + number + "/requests";
    }
}
