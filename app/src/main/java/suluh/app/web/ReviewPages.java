package suluh.app.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.QueueConversations;
import suluh.app.flow.ReadConversation;
import suluh.app.flow.ReviewConversation;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.app.flow.ViewMedia;
import suluh.core.conversation.evaluation.Verdict;
import suluh.core.observation.SourcePointer;

/** The queue of conversations, the reader with its verdict, and what the verdicts say of the score. */
@Controller
class ReviewPages {
    private static final int PAGE_PLACES = 50;

    private final ViewCase viewCase;
    private final QueueConversations queue;
    private final ReviewConversation review;
    private final ViewMedia media;

    ReviewPages(House house) {
        this.viewCase = new ViewCase(house);
        this.queue = new QueueConversations(house);
        this.review = new ReviewConversation(house);
        this.media = new ViewMedia(house);
    }

    @GetMapping("/cases/{number}/queue")
    String queue(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = open(number, who, model);
        Paged.of(model, page).lines("places", Refused.orValue(queue.run(view.opened())), PAGE_PLACES);
        model.addAttribute("firstPlace", (long) Math.max(0, page) * PAGE_PLACES + 1);
        return "queue";
    }

    @GetMapping("/cases/{number}/conversations/{id}")
    String read(
            @PathVariable("number") String number,
            @PathVariable("id") int id,
            @RequestParam(name = "from", defaultValue = "0") long from,
            Acting who,
            Model model) {
        CaseView view = open(number, who, model);
        ReviewConversation.Reading reading = Refused.orValue(
                        review.read(view.opened(), id, Math.max(from, -Integer.MAX_VALUE)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("reading", reading);
        List<SourcePointer> messages = reading.page().messages().stream()
                .filter(message -> !message.attachments().isEmpty())
                .map(ReadConversation.MessageLine::source)
                .toList();
        model.addAttribute("media", Refused.orValue(media.ofMessages(view.opened(), messages)));
        model.addAttribute("onlyCues", from < 0);
        model.addAttribute("pageMessages", ReadConversation.PAGE_MESSAGES);
        model.addAttribute("from", Math.max(from, -Integer.MAX_VALUE));
        model.addAttribute("pagePassages", ReviewConversation.PAGE_PASSAGES);
        model.addAttribute("verdictKinds", Verdict.values());
        return "conversation";
    }

    @PostMapping("/cases/{number}/conversations/{id}/verdict")
    String give(
            @PathVariable("number") String number,
            @PathVariable("id") int id,
            @RequestParam("verdict") String verdict,
            @RequestParam("reason") String reason,
            Acting who) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        Verdict given = Verdict.ofWire(verdict).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Refused.orValue(review.give(view.opened(), id, given, reason));
        return "redirect:/cases/" + number + "/queue";
    }

    @GetMapping("/cases/{number}/evaluation")
    String evaluation(@PathVariable("number") String number, Acting who, Model model) {
        CaseView view = open(number, who, model);
        model.addAttribute("measures", Refused.orValue(review.measures(view.opened())));
        return "evaluation";
    }

    private CaseView open(String number, Acting who, Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        return view;
    }
}
