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

/** The case, its report, its accounts and its conversations. */
@Controller
class CasePages {
    private static final int PAGE_LINES = 100;
    /** Lines of each list of findings on a page of accounts; each opens to its evidence. */
    private static final int PAGE_FINDINGS = 20;
    /** Lists of the findings that a page of accounts shows. */
    private static final List<String> FINDING_LISTS = List.of("accounts", "actors", "suggestedLinks");
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
    String cases(Acting who, Model model) {
        model.addAttribute("cases", Refused.orValue(viewCase.cases(who)));
        return "cases";
    }

    @GetMapping("/cases/{number}")
    String show(@PathVariable("number") String number, Acting who, Model model) {
        CaseView view = open(number, who, model);
        model.addAttribute(
                "pressing",
                Refused.orValue(requests.all(view.opened())).stream()
                        .filter(RequestView::isPressing)
                        .toList());
        model.addAttribute("items", view.seesEvidence() ? Refused.orValue(viewCase.items(view.opened())) : List.of());
        model.addAttribute("findings", view.readsContent() ? findings(view) : Map.of());
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
        pageOf(Refused.orValue(conversations.accounts(view.opened())), page, model);
        for (String list : FINDING_LISTS) {
            List<?> whole = findings.get(list) instanceof List<?> found ? found : List.of();
            List<?> shown = part(whole, page, PAGE_FINDINGS);
            model.addAttribute(list, shown);
            if (((long) page + 1) * PAGE_FINDINGS < whole.size()) {
                model.addAttribute("hasNext", true);
            }
        }
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
        Map<String, Integer> ids = new java.util.HashMap<>();
        lines.forEach(line -> ids.put(line.key(), line.id()));
        model.addAttribute("ids", ids);
        model.addAttribute("findings", findings(view));
        pageOf(lines, page, model);
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

    private static <T> void pageOf(List<T> lines, int page, Model model) {
        model.addAttribute("lines", part(lines, page, PAGE_LINES));
        model.addAttribute("pageNumber", Math.max(0, page));
        model.addAttribute("hasNext", ((long) page + 1) * PAGE_LINES < lines.size());
        model.addAttribute("total", lines.size());
    }

    private static <T> List<T> part(List<T> whole, int page, int most) {
        int first = Math.clamp((long) page * most, 0, whole.size());
        return whole.subList(first, Math.min(whole.size(), first + most));
    }
}
