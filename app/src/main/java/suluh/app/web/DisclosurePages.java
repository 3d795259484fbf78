package suluh.app.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.format.annotation.DateTimeFormat;
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
import suluh.app.flow.ArchiveDisclosure;
import suluh.app.flow.AskForWork;
import suluh.app.flow.HoldBack;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PickDisclosure;
import suluh.app.flow.PickDisclosure.Picked;
import suluh.app.flow.PlanDisclosure;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.core.disclosure.selection.Edition;
import suluh.core.disclosure.selection.ExclusionReason;
import suluh.core.disclosure.selection.PlanFigure;

/** What is disclosed of a case: selection, preview, the word of a second person, and both bundles. */
@Controller
class DisclosurePages {
    private final ViewCase viewCase;
    private final PickDisclosure pick;
    private final PlanDisclosure plans;
    private final HoldBack hold;
    private final ArchiveDisclosure archive;
    private final AskForWork work;

    DisclosurePages(House house) {
        this.viewCase = new ViewCase(house);
        this.pick = new PickDisclosure(house);
        this.plans = new PlanDisclosure(house);
        this.hold = new HoldBack(house);
        this.archive = new ArchiveDisclosure(house);
        this.work = new AskForWork(house);
    }

    @GetMapping("/cases/{number}/disclosure")
    String show(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        model.addAttribute("person", who.person());
        model.addAttribute("choices", Refused.orValue(pick.choices(view.opened())));
        Paged.of(model, page)
                .lines("plans", Refused.orValue(plans.all(view.opened())), Paged.FINDINGS)
                .part("marks", Refused.orValue(hold.marks(view.opened())), Paged.LINES)
                .part("bundles", Refused.orValue(archive.bundles(view.opened())), Paged.LINES);
        model.addAttribute("figures", PlanFigure.values());
        model.addAttribute("reasons", List.of(ExclusionReason.LEGAL_PRIVILEGE, ExclusionReason.NON_DISCLOSURE));
        return "disclosure";
    }

    @PostMapping("/cases/{number}/disclosure")
    String plan(
            @PathVariable("number") String number,
            @RequestParam(name = "conversation", required = false) @Nullable List<Integer> conversations,
            @RequestParam(name = "account", required = false) @Nullable List<Integer> accounts,
            @RequestParam(name = "subject", required = false) @Nullable List<Integer> subjects,
            @RequestParam(name = "from", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate from,
            @RequestParam(name = "until", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate until,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam("purpose") String purpose,
            @RequestParam(name = "recipient", defaultValue = "") String recipient,
            Acting who) {
        OpenedCase opened = open(who, number);
        Picked picked = new Picked(
                orNone(conversations), orNone(accounts), orNone(subjects), from, until, words, purpose, recipient);
        Refused.orValue(pick.wish(opened, picked).then(wish -> plans.plan(opened, wish)));
        return back(number);
    }

    @PostMapping("/cases/{number}/disclosure/{plan}/asking")
    String ask(@PathVariable("number") String number, @PathVariable("plan") String plan, Acting who) {
        Refused.orValue(plans.ask(open(who, number), plan));
        return back(number);
    }

    @PostMapping("/cases/{number}/disclosure/{plan}/release")
    String release(@PathVariable("number") String number, @PathVariable("plan") String plan, Acting who) {
        Refused.orValue(work.release(open(who, number), plan));
        return "redirect:/cases/" + number + "/work";
    }

    @GetMapping("/cases/{number}/disclosure/{plan}/{edition}")
    ResponseEntity<InputStreamResource> fetch(
            @PathVariable("number") String number,
            @PathVariable("plan") String plan,
            @PathVariable("edition") String edition,
            Acting who) {
        Edition which = Edition.ofWire(edition.toLowerCase(Locale.ROOT)).orElse(Edition.REDACTED);
        InputStreamResource bytes =
                new InputStreamResource(Refused.orValue(archive.fetch(open(who, number), plan, which)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(plan + "-" + which.wire() + ".zip")
                                .build()
                                .toString())
                .body(bytes);
    }

    @PostMapping("/cases/{number}/disclosure/marks")
    String mark(
            @PathVariable("number") String number,
            @RequestParam(name = "conversation", required = false) @Nullable Integer conversation,
            @RequestParam(name = "item", defaultValue = "") String item,
            @RequestParam("reason") ExclusionReason reason,
            @RequestParam("words") String words,
            Acting who) {
        OpenedCase opened = open(who, number);
        Refused.orValue(
                conversation == null
                        ? hold.item(opened, item.strip(), reason, words)
                        : pick.conversation(opened, conversation)
                                .then(key -> hold.conversation(opened, key, reason, words)));
        return back(number);
    }

    @PostMapping("/cases/{number}/disclosure/marks/{mark}/lifting")
    String lift(@PathVariable("number") String number, @PathVariable("mark") long mark, Acting who) {
        Refused.orValue(hold.lift(open(who, number), mark));
        return back(number);
    }

    private OpenedCase open(Acting who, String number) {
        return Refused.orValue(viewCase.find(who, number)).opened();
    }

    private static List<Integer> orNone(@Nullable List<Integer> given) {
        return given == null ? List.of() : given;
    }

    private static String back(String number) {
        return "redirect:/cases/" + number + "/disclosure";
    }
}
