package suluh.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.AnswerReporter;
import suluh.app.flow.House;
import suluh.app.flow.InboxFilter;
import suluh.app.flow.KeepInboxFilters;
import suluh.app.flow.SettleComplaints;
import suluh.app.flow.ShowRegister;
import suluh.app.flow.SortComplaints;
import suluh.app.flow.SortComplaints.Inbox;
import suluh.app.flow.SortComplaints.PileView;
import suluh.app.flow.ViewCase;
import suluh.core.casework.complaint.Closing;
import suluh.core.casework.complaint.Concern;
import suluh.core.casework.complaint.InboxReason;
import suluh.core.kernel.Outcome;

/** The inbox: complaints in the order of stated reasons, each settled by one act. */
@Controller
class ComplaintPages {
    /** Piles, and reporters who wait, on a page. */
    private static final int PAGE_PILES = 20;
    /** What reporters say, of which the page of a pile shows so much. */
    private static final int PAGE_TEXT_BYTES = 120_000;

    private static final int MAX_CASES = 200;

    private final SortComplaints sort;
    private final KeepInboxFilters filters;
    private final SettleComplaints settle;
    private final AnswerReporter answer;
    private final ViewCase viewCase;
    private final ShowRegister register;

    ComplaintPages(House house) {
        this.sort = new SortComplaints(house);
        this.filters = new KeepInboxFilters(house);
        this.settle = new SettleComplaints(house);
        this.answer = new AnswerReporter(house);
        this.viewCase = new ViewCase(house);
        this.register = new ShowRegister(house);
    }

    /** What the address narrows the inbox to. */
    record Wanted(
            @Nullable String platform,
            @Nullable String concern,
            @Nullable String reason,
            @Nullable String words) {
        InboxFilter filter() {
            return new InboxFilter(text(platform), text(concern), text(reason), text(words));
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    /**
     * What an act is on: the complaints of a pile.
     *
     * @param digest of the pile as the page told it
     */
    record Meant(@Nullable String pile, @Nullable String digest) {}

    @GetMapping("/complaints")
    String inbox(
            @ModelAttribute("wanted") Wanted wanted,
            @RequestParam(name = "pile", defaultValue = "") String pile,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        InboxFilter filter = wanted.filter();
        Inbox inbox = Refused.orValue(sort.run(who, filter));
        model.addAttribute("cases", cases(who));
        model.addAttribute("register", Refused.orValue(register.run(who)).register());
        model.addAttribute("closings", Closing.values());
        Paged paged = Paged.of(model, page);
        if (!pile.isEmpty()) {
            PileView one = inbox.piles().stream()
                    .filter(view -> view.pile().key().equals(pile))
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            model.addAttribute("p", one);
            model.addAttribute("total", one.complaints().size());
            paged.texts("complaints", one.complaints(), one.words(), PAGE_TEXT_BYTES);
            return "complaints-pile";
        }
        model.addAttribute("filter", filter);
        model.addAttribute("inbox", inbox);
        paged.lines("piles", inbox.piles(), PAGE_PILES).part("toTell", inbox.toTell(), PAGE_PILES);
        model.addAttribute("kept", Refused.orValue(filters.all(who)));
        model.addAttribute("concerns", Concern.values());
        model.addAttribute("reasons", InboxReason.values());
        return "complaints";
    }

    /** Numbers of the newest cases of the person, to choose from; another is written. */
    private List<String> cases(Acting who) {
        return Refused.orValue(viewCase.cases(who)).stream()
                .map(ViewCase.CaseLine::number)
                .limit(MAX_CASES)
                .toList();
    }

    private List<String> references(Acting who, Meant meant) {
        String pile = meant.pile();
        String digest = meant.digest();
        return Refused.orValue(sort.references(who, pile == null ? "" : pile, digest == null ? "" : digest));
    }

    @PostMapping("/complaints/filters")
    String keep(
            @ModelAttribute("wanted") Wanted wanted,
            @RequestParam(name = "name", defaultValue = "") String name,
            Acting who) {
        InboxFilter filter = wanted.filter();
        Refused.orValue(filters.keep(who, filter, name));
        return "redirect:/complaints?" + filter.wire();
    }

    @PostMapping("/complaints/filters/removal")
    String drop(@RequestParam(name = "name", defaultValue = "") String name, Acting who) {
        return done(filters.drop(who, name));
    }

    @PostMapping("/complaints/{reference}/acknowledgement")
    String acknowledge(@PathVariable("reference") String reference, Acting who) {
        return done(settle.acknowledge(who, reference));
    }

    @PostMapping("/complaints/closing")
    String close(@ModelAttribute("meant") Meant meant, @RequestParam("closing") String closing, Acting who) {
        Closing reason = Closing.ofWire(closing).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return done(settle.close(who, references(who, meant), reason));
    }

    @PostMapping("/complaints/new-case")
    String open(
            @ModelAttribute("meant") Meant meant,
            @RequestParam("offence") String offence,
            @RequestParam("authority") String authority,
            Acting who) {
        String number = Refused.orValue(settle.openCase(who, references(who, meant), offence, authority));
        return "redirect:/cases/" + number + "/course";
    }

    @PostMapping("/complaints/case")
    String takeUp(@ModelAttribute("meant") Meant meant, @RequestParam("number") String number, Acting who) {
        // A case that is none of the person's is refused before anything is said of the pile.
        Refused.orValue(viewCase.find(who, number.strip()));
        String taken = Refused.orValue(settle.takeUp(who, number.strip(), references(who, meant)));
        return "redirect:/cases/" + taken + "/course";
    }

    @PostMapping("/complaints/{reference}/answer")
    String tell(@PathVariable("reference") String reference, @RequestParam("words") String words, Acting who) {
        return done(answer.tell(who, reference, words));
    }

    /** Back to the inbox once the act is done; a refusal becomes its own page. */
    private static String done(Outcome<?> outcome) {
        Refused.orValue(outcome);
        return "redirect:/complaints";
    }
}
