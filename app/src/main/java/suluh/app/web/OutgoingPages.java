package suluh.app.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.LogDisclosure;
import suluh.app.flow.LogDisclosure.Handing;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ReferCase;
import suluh.app.flow.ReferCase.Wish;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.app.flow.WriteTipReport;
import suluh.app.flow.WriteTipReport.Wanted;
import suluh.core.disclosure.schedule.DisclosureLine.Kind;
import suluh.exports.cybertip.IncidentType;
import suluh.exports.cybertip.TipReport.Filer;

/** What goes out of a case: a report for a clearing house, a referral, and the log of who received what. */
@Controller
class OutgoingPages {
    private static final String OUTGOING = "/cases/{number}/outgoing";

    private final ViewCase viewCase;
    private final WriteTipReport tip;
    private final ReferCase refer;
    private final LogDisclosure log;

    OutgoingPages(House house) {
        this.viewCase = new ViewCase(house);
        this.tip = new WriteTipReport(house);
        this.refer = new ReferCase(house);
        this.log = new LogDisclosure(house);
    }

    @GetMapping("/cases/{number}/outgoing")
    String show(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        Paged.of(model, page).lines("lines", Refused.orValue(log.all(view.opened())), Paged.LINES);
        model.addAttribute("incidentTypes", IncidentType.values());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute(
                "conversations", view.may("ASSEMBLE_BUNDLE") ? Refused.orValue(tip.choices(view.opened())) : Map.of());
        return "outgoing";
    }

    @PostMapping("/cases/{number}/outgoing/tip-report")
    ResponseEntity<byte[]> tip(
            @PathVariable("number") String number,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "conversation", required = false) @Nullable List<String> conversations,
            Acting who) {
        var written = Refused.orValue(
                tip.run(open(who, number), wanted(fields, conversations), handing(Kind.TIP_REPORT, fields)));
        return file(written.xml(), MediaType.APPLICATION_XML, number + "-cybertip.xml");
    }

    @PostMapping("/cases/{number}/outgoing/referral")
    ResponseEntity<byte[]> refer(
            @PathVariable("number") String number,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "conversation", required = false) @Nullable List<String> conversations,
            Acting who) {
        Wish wish =
                new Wish(fields.getOrDefault("country", ""), RequestPages.items(fields), wanted(fields, conversations));
        var made = Refused.orValue(refer.run(open(who, number), wish, handing(Kind.REFERRAL, fields)));
        return file(made.zip(), MediaType.parseMediaType("application/zip"), made.reference() + ".zip");
    }

    @PostMapping("/cases/{number}/outgoing/log")
    String log(
            @PathVariable("number") String number,
            @RequestParam("kind") Kind kind,
            @RequestParam("sha256") String sha256,
            @RequestParam Map<String, String> fields,
            Acting who) {
        Refused.orValue(log.add(open(who, number), handing(kind, fields), sha256));
        return "redirect:" + OUTGOING.replace("{number}", number);
    }

    private OpenedCase open(Acting who, String number) {
        return Refused.orValue(viewCase.find(who, number)).opened();
    }

    private static Wanted wanted(Map<String, String> fields, @Nullable List<String> conversations) {
        return new Wanted(
                fields.getOrDefault("incidentType", ""),
                conversations == null ? new LinkedHashSet<>() : new LinkedHashSet<>(conversations),
                new Filer(
                        fields.getOrDefault("firstName", ""),
                        fields.getOrDefault("lastName", ""),
                        fields.getOrDefault("email", "")),
                fields.getOrDefault("urgency", ""),
                fields.getOrDefault("note", ""),
                fields.containsKey("withChildren"));
    }

    private static Handing handing(Kind kind, Map<String, String> fields) {
        return new Handing(kind, fields.getOrDefault("recipient", ""), fields.getOrDefault("purpose", ""));
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .body(bytes);
    }
}
