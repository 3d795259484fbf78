package suluh.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import suluh.app.flow.AnswerReporter;
import suluh.app.flow.House;
import suluh.app.flow.ReceiveComplaint;
import suluh.app.flow.ReceiveComplaint.Receipt;
import suluh.core.casework.complaint.Concern;
import suluh.core.casework.targets.TargetPlatform;
import suluh.core.kernel.Outcome;

/** The public form in five steps, and the status page; no account, no cookie, no script, no picture. */
@Controller
class ReportPages {
    private final ReceiveComplaint receive;
    private final AnswerReporter answer;

    ReportPages(House house) {
        this.receive = new ReceiveComplaint(house);
        this.answer = new AnswerReporter(house);
    }

    @GetMapping("/report")
    String begin(Model model) {
        return page(new ReportForm(1, Map.of()), "", model);
    }

    @PostMapping("/report")
    String step(
            @RequestParam Map<String, String> parameters, HttpServletRequest request, Locale language, Model model) {
        ReportForm form = ReportForm.of(parameters);
        if (!parameters.getOrDefault("go", "").equals("send")) {
            return page(form, "", model);
        }
        return switch (receive.run(form.complaint(receive, language), request.getRemoteAddr())) {
            case Outcome.Refused<Receipt> refused ->
                page(form, "refusal." + refused.refusal().code().name(), model);
            case Outcome.Done<Receipt> done -> {
                model.addAttribute("receipt", done.value());
                model.addAttribute("inDanger", form.answer("danger").equals("yes"));
                yield frame("report-sent", model);
            }
        };
    }

    @GetMapping("/report/status")
    String ask(Model model) {
        return frame("report-status", model);
    }

    @PostMapping("/report/status")
    String status(@RequestParam("reference") String reference, @RequestParam("secret") String secret, Model model) {
        switch (answer.status(reference, secret)) {
            case Outcome.Done<AnswerReporter.Status> done -> model.addAttribute("status", done.value());
            case Outcome.Refused<AnswerReporter.Status> refused ->
                model.addAttribute(
                        "refusal", "refusal." + refused.refusal().code().name());
        }
        return frame("report-status", model);
    }

    private String page(ReportForm form, String refusal, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        model.addAttribute("platforms", TargetPlatform.values());
        model.addAttribute("concerns", Concern.values());
        return frame("report", model);
    }

    private String frame(String template, Model model) {
        model.addAttribute("notice", receive.notice());
        return template;
    }
}
