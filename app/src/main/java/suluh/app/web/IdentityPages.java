package suluh.app.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.AccountProfile;
import suluh.app.flow.Acting;
import suluh.app.flow.AnalyseAgain;
import suluh.app.flow.DecideIdentity;
import suluh.app.flow.DecideIdentity.Wish;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.Progress;
import suluh.app.flow.ViewAccount;
import suluh.app.flow.ViewAccount.AccountView;
import suluh.app.flow.ViewAccount.ActorView;
import suluh.app.flow.ViewAccount.Tie;
import suluh.app.flow.ViewCase;
import suluh.core.casework.Act;
import suluh.core.identity.IdentityDecision;

/** An account's profile, an actor's accounts, and what a person decides about them. */
@Controller
class IdentityPages {
    private static final String[] DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

    private static final int PAGE_LINES = 40;
    /** Ties of a page; each has its whole waterfall. */
    private static final int PAGE_TIES = 8;

    private final ViewCase viewCase;
    private final ViewAccount viewAccount;
    private final DecideIdentity decide;
    private final AnalyseAgain again;
    private final MessageSource messages;

    IdentityPages(House house, MessageSource messages) {
        this.viewCase = new ViewCase(house);
        this.viewAccount = new ViewAccount(house);
        this.decide = new DecideIdentity(house);
        this.again = new AnalyseAgain(house);
        this.messages = messages;
    }

    @GetMapping("/cases/{number}/accounts/{id}")
    String account(
            @PathVariable("number") String number,
            @PathVariable("id") int id,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Locale locale,
            Model model) {
        OpenedCase opened = open(number, who, model);
        AccountView view = Refused.orValue(viewAccount.account(opened, id));
        String[] days = Arrays.stream(DAYS)
                .map(day -> messages.getMessage("day." + day, null, locale))
                .toArray(String[]::new);
        model.addAttribute("account", view);
        model.addAttribute("p", view.profile());
        model.addAttribute(
                "heat", HeatMap.svg(view.profile().hours(), messages.getMessage("profile.hours", null, locale), days));
        lists(Paged.of(model, page), view);
        List<Integer> contacts = view.profile().contacts().stream()
                .map(AccountProfile.Contact::conversation)
                .toList();
        model.addAttribute("signals", Refused.orValue(viewAccount.signals(opened, contacts)));
        return "account";
    }

    /** The lists of a profile; what has many lines goes on with the next page. */
    private static void lists(Paged paged, AccountView view) {
        AccountProfile profile = view.profile();
        paged.lines("contacts", profile.contacts(), PAGE_LINES)
                .part("ties", ties(view.ties()), PAGE_TIES)
                .part("history", profile.history(), PAGE_LINES)
                .part("groups", profile.groups(), PAGE_LINES)
                .part("openers", profile.openers(), Paged.FINDINGS)
                .part("published", profile.published(), PAGE_LINES)
                .part("media", profile.media(), Paged.FINDINGS)
                .part("namedMedia", profile.namedMedia(), Paged.FINDINGS);
    }

    @GetMapping("/cases/{number}/actors/{id}")
    String actor(
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        OpenedCase opened = open(number, who, model);
        ActorView actor = Refused.orValue(viewAccount.actor(opened, id));
        model.addAttribute("actor", actor);
        Paged.of(model, page)
                .lines("accounts", actor.accounts(), Paged.LINES)
                .part("held", actor.ties().stream().map(FindingsModel::of).toList(), PAGE_TIES)
                .part("ties", ties(actor.open()), PAGE_TIES);
        return "actor";
    }

    @GetMapping("/cases/{number}/identity")
    String decisions(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        OpenedCase opened = open(number, who, model);
        Paged.of(model, page).lines("decisions", Refused.orValue(decide.all(opened)), Paged.FINDINGS);
        return "identity";
    }

    @PostMapping("/cases/{number}/identity/preview")
    String preview(
            @PathVariable("number") String number,
            @RequestParam("kind") IdentityDecision.Kind kind,
            @RequestParam(name = "left", defaultValue = "") List<Integer> left,
            @RequestParam(name = "right", defaultValue = "") List<Integer> right,
            @RequestParam(name = "key", defaultValue = "") String key,
            Acting who,
            Model model) {
        OpenedCase opened = open(number, who, model);
        Wish wish = new Wish(
                kind, left, key.isBlank() ? right : List.of(Refused.orValue(viewAccount.number(opened, key.strip()))));
        model.addAttribute("wish", wish);
        model.addAttribute("preview", Refused.orValue(decide.preview(opened, wish)));
        return "identity-preview";
    }

    @PostMapping("/cases/{number}/identity")
    String make(
            @PathVariable("number") String number,
            @RequestParam("kind") IdentityDecision.Kind kind,
            @RequestParam(name = "left", defaultValue = "") List<Integer> left,
            @RequestParam(name = "right", defaultValue = "") List<Integer> right,
            @RequestParam("reason") String reason,
            Acting who,
            Model model) {
        Refused.orValue(decide.run(open(number, who, model), new Wish(kind, left, right), reason));
        return "redirect:/cases/" + number + "/identity";
    }

    @PostMapping("/cases/{number}/identity/{id}/undo")
    String undo(
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            @RequestParam("reason") String reason,
            Acting who,
            Model model) {
        Refused.orValue(decide.undo(open(number, who, model), id, reason));
        return "redirect:/cases/" + number + "/identity";
    }

    /** Findings, report and network anew; answers when they are made. */
    @PostMapping("/cases/{number}/analysis")
    String analyse(@PathVariable("number") String number, Acting who, Model model) {
        Refused.orValue(again.run(open(number, who, model), Progress.SILENT));
        return "redirect:/cases/" + number;
    }

    private OpenedCase open(String number, Acting who, Model model) {
        ViewCase.CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        model.addAttribute("decides", view.opened().may(Act.DECIDE));
        return view.opened();
    }

    private static List<Map<String, Object>> ties(List<Tie> ties) {
        return ties.stream()
                .map(tie -> Map.<String, Object>of("other", tie.other(), "link", FindingsModel.of(tie.json())))
                .toList();
    }
}
