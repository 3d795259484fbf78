package suluh.app.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.AssessMedia;
import suluh.app.flow.House;
import suluh.app.flow.RevealMedia;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.app.flow.ViewMedia;
import suluh.app.flow.ViewMedia.MediaPage;
import suluh.core.exposure.MediaWord;

/** Media of a case: known, copied, blurred; one picture at a time as it is, for a reason and for half a minute. */
@Controller
class MediaPages {
    private final ViewCase viewCase;
    private final ViewMedia view;
    private final RevealMedia reveal;
    private final AssessMedia assess;

    MediaPages(ViewCase viewCase, House house) {
        this.viewCase = viewCase;
        this.view = new ViewMedia(house);
        this.reveal = new RevealMedia(house);
        this.assess = new AssessMedia(house);
    }

    @GetMapping("/cases/{number}/media")
    String list(
            @PathVariable("number") String number,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView opened = open(number, who, model);
        long from = (long) Math.max(0, page) * ViewMedia.PAGE_CONTENTS;
        MediaPage media = Refused.orValue(view.page(opened.opened(), from));
        model.addAttribute("media", media);
        model.addAttribute("used", Refused.orValue(reveal.used(opened.opened())));
        model.addAttribute("words", MediaWord.values());
        model.addAttribute("pageNumber", Math.max(0, page));
        model.addAttribute("total", media.total());
        model.addAttribute("hasNext", from + ViewMedia.PAGE_CONTENTS < media.total());
        return "media";
    }

    @GetMapping("/cases/{number}/media/{id}/blurred")
    ResponseEntity<byte[]> blurred(
            @PathVariable("number") String number, @PathVariable("id") int id, Acting who, Model model) {
        return png(Refused.orValue(view.blurred(open(number, who, model).opened(), id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @PostMapping("/cases/{number}/media/{id}/looks")
    String begin(
            @PathVariable("number") String number,
            @PathVariable("id") int id,
            @RequestParam("reason") String reason,
            Acting who,
            Model model) {
        CaseView opened = open(number, who, model);
        long look = Refused.orValue(reveal.begin(opened.opened(), id, reason));
        return "redirect:/cases/" + opened.number() + "/media/" + id + "/looks/" + look;
    }

    /** The page leaves by itself when the look ends; no script is needed for it. */
    @GetMapping("/cases/{number}/media/{id}/looks/{look}")
    String look(
            @PathVariable("number") String number,
            @PathVariable("id") int id,
            @PathVariable("look") long look,
            Acting who,
            HttpServletResponse response,
            Model model) {
        CaseView opened = open(number, who, model);
        model.addAttribute("line", Refused.orValue(view.line(opened.opened(), id)));
        model.addAttribute("look", look);
        model.addAttribute("seconds", RevealMedia.LOOK.toSeconds());
        model.addAttribute("words", MediaWord.values());
        response.setHeader("Refresh", RevealMedia.LOOK.toSeconds() + ";url=/cases/" + opened.number() + "/media");
        response.setHeader("Cache-Control", "no-store");
        return "media-look";
    }

    @GetMapping("/cases/{number}/media/{id}/looks/{look}/picture")
    ResponseEntity<byte[]> picture(
            @PathVariable("number") String number,
            @PathVariable("id") int id,
            @PathVariable("look") long look,
            Acting who,
            Model model) {
        return png(Refused.orValue(reveal.picture(open(number, who, model).opened(), id, look)));
    }

    @PostMapping("/cases/{number}/media/{id}/looks/{look}/end")
    String end(
            @PathVariable("number") String number,
            @PathVariable("id") int id,
            @PathVariable("look") long look,
            @RequestParam(name = "word", defaultValue = "") String word,
            Acting who,
            Model model) {
        CaseView opened = open(number, who, model);
        Refused.orValue(reveal.close(opened.opened(), look));
        MediaWord.ofWire(word).ifPresent(said -> Refused.orValue(assess.run(opened.opened(), id, said)));
        return "redirect:/cases/" + opened.number() + "/media";
    }

    @PostMapping("/cases/{number}/media/{id}/assessment")
    String assess(
            @PathVariable("number") String number,
            @PathVariable("id") int id,
            @RequestParam("word") String word,
            Acting who,
            Model model) {
        CaseView opened = open(number, who, model);
        MediaWord said = MediaWord.ofWire(word).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Refused.orValue(assess.run(opened.opened(), id, said));
        return "redirect:/cases/" + opened.number() + "/media";
    }

    private static ResponseEntity<byte[]> png(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    private CaseView open(String number, Acting who, Model model) {
        CaseView opened = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", opened);
        return opened;
    }
}
