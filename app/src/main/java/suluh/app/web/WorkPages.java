package suluh.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.AskForWork;
import suluh.app.flow.AskForWork.WorkLine;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ReceiveUpload;
import suluh.app.flow.RunWork;
import suluh.app.flow.RunWork.Live;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;

/** Handing files in, and the long work on them: asked for, watched while it runs, cancelled. */
@Controller
class WorkPages {
    /** As every page, and besides our own script, which shows how far the work has come. */
    private static final String POLICY =
            WebConfiguration.CONTENT_SECURITY_POLICY + "; script-src 'self'; connect-src 'self'";

    private static final Duration WATCHED = Duration.ofMinutes(10);
    private static final long TELL_EVERY_MILLIS = 500;

    private final ViewCase viewCase;
    private final ReceiveUpload upload;
    private final AskForWork work;
    private final RunWork running;
    private final MessageSource words;

    WorkPages(ViewCase viewCase, House house, RunWork running, MessageSource words) {
        this.viewCase = viewCase;
        this.upload = new ReceiveUpload(house);
        this.work = new AskForWork(house);
        this.running = running;
        this.words = words;
    }

    @GetMapping("/cases/{number}/work")
    String show(
            @PathVariable("number") String number,
            Acting who,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        var standing = Refused.orValue(work.standing(view.opened()));
        model.addAttribute("view", view);
        model.addAttribute("standing", standing);
        standing.lines().stream()
                .filter(WorkLine::isOpen)
                .findFirst()
                .ifPresent(line -> model.addAttribute("now", sentence(line, locale)));
        response.setHeader("Content-Security-Policy", POLICY);
        return "work";
    }

    @PostMapping("/cases/{number}/evidence")
    String receive(@PathVariable("number") String number, @RequestParam("file") List<MultipartFile> files, Acting who)
            throws IOException {
        OpenedCase opened = Refused.orValue(viewCase.find(who, number)).opened();
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            try (var in = file.getInputStream()) {
                Refused.orValue(upload.run(opened, name == null ? "" : name, in, Optional.empty()));
            }
        }
        return back(opened.number());
    }

    @PostMapping("/cases/{number}/work")
    String ask(
            @PathVariable("number") String number,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            Acting who) {
        OpenedCase opened = Refused.orValue(viewCase.find(who, number)).opened();
        Refused.orValue(work.ask(opened, zone));
        return back(opened.number());
    }

    @PostMapping("/cases/{number}/work/{id}/cancellation")
    String cancel(@PathVariable("number") String number, @PathVariable("id") String id, Acting who) {
        OpenedCase opened = Refused.orValue(viewCase.find(who, number)).opened();
        Refused.orValue(work.cancel(opened, id, running));
        return back(opened.number());
    }

    /** Tells how far the work has come until it is over, at most ten minutes; a browser then asks again. */
    @GetMapping("/cases/{number}/work/{id}/events")
    SseEmitter events(@PathVariable("number") String number, @PathVariable("id") String id, Acting who, Locale locale) {
        OpenedCase opened = Refused.orValue(viewCase.find(who, number)).opened();
        Refused.orValue(work.one(opened, id));
        SseEmitter emitter = new SseEmitter(WATCHED.toMillis());
        Thread.ofVirtual().start(() -> tell(emitter, opened, id, locale));
        return emitter;
    }

    private void tell(SseEmitter emitter, OpenedCase opened, String id, Locale locale) {
        try {
            String told = "";
            WorkLine line = Refused.orValue(work.one(opened, id));
            while (line.isOpen()) {
                String now = sentence(line, locale);
                if (!now.equals(told)) {
                    emitter.send(SseEmitter.event().name("progress").data(now));
                    told = now;
                }
                Thread.sleep(TELL_EVERY_MILLIS);
                line = Refused.orValue(work.one(opened, id));
            }
            emitter.send(SseEmitter.event().name("ended").data(line.state()));
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (IOException | IllegalStateException | Refused e) {
            // The browser went away, or may not look any longer: there is nobody to tell.
            emitter.complete();
        }
    }

    private String sentence(WorkLine line, Locale locale) {
        Optional<Live> live = running.live(line.id()).filter(one -> !one.step().isEmpty());
        if (live.isEmpty()) {
            return words.getMessage("work.state." + line.state(), null, locale);
        }
        String key = live.get().step().toLowerCase(Locale.ROOT).replace(' ', '-');
        String step = words.getMessage("work.step." + key, null, live.get().step(), locale);
        long total = live.get().total();
        return total > 0 ? step + ": " + Math.min(100, live.get().done() * 100 / total) + " %" : String.valueOf(step);
    }

    private static String back(String number) {
        return "redirect:/cases/" + number + "/work";
    }
}
