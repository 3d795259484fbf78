package suluh.app.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.DraftRequest;
import suluh.app.flow.DraftRequest.RequestView;
import suluh.app.flow.House;
import suluh.app.flow.OverviewCase;
import suluh.app.flow.ReadConversation;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.app.flow.ViewCase.Numbers;
import suluh.core.disclosure.ReceivedItem;

/** The case, its report, its accounts and its conversations. */
@Controller
class CasePages {
    /** Ties to judge on a page of accounts; each has its whole waterfall. */
    private static final int PAGE_TIES = 10;
    /** The report is one document with its own style; nothing in it may run, be framed or be fetched. */
    private static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none';"
                    + " sandbox";

    private final ViewCase viewCase;
    private final ReadConversation conversations;
    private final DraftRequest requests;
    private final OverviewCase overview;
    private final FindingsModels models = new FindingsModels();

    CasePages(ViewCase viewCase, ReadConversation conversations, House house) {
        this.requests = new DraftRequest(house);
        this.overview = new OverviewCase(house);
        this.viewCase = viewCase;
        this.conversations = conversations;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/cases";
    }

    @GetMapping("/cases")
    String cases(@RequestParam(name = "page", defaultValue = "0") int page, Acting who, Model model) {
        Paged.of(model, page).lines("cases", Refused.orValue(viewCase.cases(who)), Paged.LINES);
        return "cases";
    }

    @GetMapping("/cases/{number}")
    String show(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = open(number, who, model);
        model.addAttribute(
                "pressing",
                Refused.orValue(requests.all(view.opened())).stream()
                        .filter(RequestView::isPressing)
                        .toList());
        List<ReceivedItem> items = view.seesEvidence() ? Refused.orValue(viewCase.items(view.opened())) : List.of();
        Paged.of(model, page).lines("items", items, Paged.LINES);
        model.addAttribute("findings", view.readsContent() ? findings(view) : Map.of());
        model.addAttribute(
                "numbers",
                view.readsContent()
                        ? Refused.orValue(viewCase.numbers(view.opened()))
                        : new Numbers(List.of(), List.of()));
        model.addAttribute("overview", Refused.orValue(overview.run(view.opened())));
        return "case";
    }

    @GetMapping("/cases/{number}/report")
    ResponseEntity<byte[]> report(@PathVariable("number") String number, Acting who, Model model) {
        CaseView view = open(number, who, model);
        return Refused.orValue(viewCase.report(view.opened()))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8))
                        .header("Content-Security-Policy", REPORT_POLICY)
                        .body(bytes))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/cases/{number}/accounts")
    String accounts(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = open(number, who, model);
        Map<String, Object> findings = findings(view);
        Paged paged = Paged.of(model, page)
                .lines("lines", Refused.orValue(conversations.accounts(view.opened())), Paged.LINES);
        Numbers numbers = Refused.orValue(viewCase.numbers(view.opened()));
        paged.part("accounts", FindingsModel.list(findings, "accounts"), Paged.FINDINGS)
                .part("accountNumbers", numbers.accounts(), Paged.FINDINGS)
                .part("actors", FindingsModel.list(findings, "actors"), Paged.FINDINGS)
                .part("suggestedLinks", FindingsModel.list(findings, "suggestedLinks"), PAGE_TIES);
        return "accounts";
    }

    @GetMapping("/cases/{number}/conversations")
    String list(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = open(number, who, model);
        List<ReadConversation.ConversationLine> lines = Refused.orValue(conversations.conversations(view.opened()));
        Numbers numbers = Refused.orValue(viewCase.numbers(view.opened()));
        Map<String, Object> findings = findings(view);
        model.addAttribute("isAssessed", findings.containsKey("conversations"));
        Paged.of(model, page)
                .lines("lines", lines, Paged.LINES)
                .part("look", FindingsModel.list(findings, "conversations"), Paged.FINDINGS)
                .part("lookNumbers", numbers.conversations(), Paged.FINDINGS);
        return "conversations";
    }

    private CaseView open(String number, Acting who, Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        return view;
    }

    private Map<String, Object> findings(CaseView view) {
        return Refused.orValue(viewCase.findings(view.opened())).map(models::of).orElseGet(Map::of);
    }
}
