package suluh.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import suluh.app.api.Problems.Misuse;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.AnswerReporter;
import suluh.app.flow.AnswerReporter.Status;
import suluh.app.flow.House;
import suluh.app.flow.ReceiveComplaint;
import suluh.app.flow.ReceiveComplaint.Receipt;
import suluh.app.flow.SettleComplaints;
import suluh.app.flow.SortComplaints;
import suluh.app.flow.SortComplaints.PileView;
import suluh.core.casework.complaint.Closing;
import suluh.core.casework.complaint.Complaint;
import suluh.core.casework.complaint.Concern;
import suluh.core.casework.complaint.InboxReason;

/** Complaints: anybody sends one and asks what became of it; the intake reads and settles them by key. */
@RestController
class ComplaintApi {
    private final ReceiveComplaint receive;
    private final AnswerReporter answer;
    /** Piles of one answer; settled ones make room for the next. */
    private final SortComplaints sort;

    private final SettleComplaints settle;

    ComplaintApi(House house) {
        this.receive = new ReceiveComplaint(house);
        this.answer = new AnswerReporter(house);
        this.sort = new SortComplaints(house);
        this.settle = new SettleComplaints(house);
    }

    /** What somebody says; every field may be missing, but words or where. */
    record Said(
            @Nullable String language,
            @Nullable String concern,
            @Nullable String words,
            @Nullable String where,
            @Nullable String platform,
            @Nullable String when,
            @Nullable Boolean isImminent,
            @Nullable Boolean reporterIsChild,
            @Nullable String contact) {}

    /** What opens the status of a complaint. */
    record Opening(String reference, String secret) {}

    /** How complaints are closed. */
    record Settled(List<String> references, String closing) {}

    /** A pile of the inbox. */
    record PileAnswer(String target, int reporters, List<String> complaints, List<InboxReason> reasons) {
        static PileAnswer of(PileView view) {
            return new PileAnswer(
                    view.pile().key(), view.pile().reporters(), view.pile().complaints(), view.reasons());
        }
    }

    @PostMapping(ApiConfiguration.BASE + "/complaints")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt receive(@RequestBody Said said, HttpServletRequest request) {
        Complaint complaint = new Complaint(
                "ms".equals(said.language()) ? "ms" : "en",
                Concern.ofWire(text(said.concern())).orElse(Concern.OTHER),
                text(said.words()),
                text(said.when()),
                Boolean.TRUE.equals(said.isImminent()),
                Boolean.TRUE.equals(said.reporterIsChild()),
                text(said.contact()),
                receive.targets(text(said.where()), text(said.platform())));
        return Refused.orValue(receive.run(complaint, request.getRemoteAddr()));
    }

    @PostMapping(ApiConfiguration.BASE + "/complaints/status")
    Status status(@RequestBody Opening opening) {
        return Refused.orValue(answer.status(opening.reference(), opening.secret()));
    }

    @GetMapping(ApiConfiguration.BASE + "/complaints")
    List<PileAnswer> inbox(Acting who) {
        return Refused.orValue(sort.run(who)).piles().stream()
                .map(PileAnswer::of)
                .toList();
    }

    @PostMapping(ApiConfiguration.BASE + "/complaints/{reference}/acknowledgement")
    String acknowledge(@PathVariable("reference") String reference, Acting who) {
        return Refused.orValue(settle.acknowledge(who, reference));
    }

    @PostMapping(ApiConfiguration.BASE + "/complaints/closing")
    int close(@RequestBody Settled settled, Acting who) {
        Closing closing = Closing.ofWire(settled.closing())
                .orElseThrow(() ->
                        new Misuse(HttpStatus.UNPROCESSABLE_CONTENT, "CLOSING_UNKNOWN", "No such reason for closing."));
        return Refused.orValue(settle.close(who, settled.references(), closing));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
