package suluh.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.SeeTimeline;
import suluh.app.flow.SeeTimeline.Bar;
import suluh.app.flow.SeeTimeline.Timeline;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;

/** When the messages of a case were written; a bar opens to its months, days, and at last its messages. */
@Controller
class TimelinePages {
    /** As every page, and besides our own script, which lets days be marked on the picture. */
    private static final String POLICY = WebConfiguration.CONTENT_SECURITY_POLICY + "; script-src 'self'";

    private final ViewCase viewCase;
    private final SeeTimeline timeline;
    private final MessageSource words;

    TimelinePages(ViewCase viewCase, House house, MessageSource words) {
        this.viewCase = viewCase;
        this.timeline = new SeeTimeline(house);
        this.words = words;
    }

    @GetMapping("/cases/{number}/timeline")
    String show(
            @PathVariable("number") String number,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "until", defaultValue = "") String until,
            Acting who,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        Timeline found = Refused.orValue(timeline.run(view.opened(), from, until));
        Map<String, Integer> colours = new LinkedHashMap<>();
        found.platforms().forEach(platform -> colours.put(platform, TimelineChart.colour(found, platform)));
        model.addAttribute("view", view);
        model.addAttribute("timeline", found);
        model.addAttribute("colours", colours);
        model.addAttribute("links", (java.util.function.Function<Bar, String>) bar -> link(view, bar));
        model.addAttribute(
                "earlier",
                range(view, found.from().minusDays(length(found)), found.from().minusDays(1)));
        model.addAttribute(
                "later", range(view, found.until().plusDays(1), found.until().plusDays(length(found))));
        model.addAttribute(
                "picture",
                TimelineChart.svg(found, words.getMessage("timeline.title", null, locale), bar -> link(view, bar)));
        response.setHeader("Content-Security-Policy", POLICY);
        return "timeline";
    }

    private static long length(Timeline timeline) {
        return java.time.temporal.ChronoUnit.DAYS.between(timeline.from(), timeline.until()) + 1;
    }

    private static String link(CaseView view, Bar bar) {
        return bar.isDay()
                ? "/cases/" + view.number() + "/search?day=" + bar.from()
                : range(view, bar.from(), bar.until());
    }

    private static String range(CaseView view, LocalDate from, LocalDate until) {
        return "/cases/" + view.number() + "/timeline?from=" + from + "&until=" + until;
    }
}
