package suluh.app.flow;

import java.util.List;
import java.util.Optional;
import suluh.app.store.CaseRow;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.casework.Authority;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Offence;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Outcome;

/**
 * Shows a case to a member: its mandate, items and latest findings. To anyone else there is no such case.
 *
 * <p>Every page of a case begins here, so that no door is the unguarded one.
 */
public final class ViewCase {
    private final House house;

    public ViewCase(House house) {
        this.house = house;
    }

    /**
     * A case as a member may see it.
     *
     * @param offenceTitle title in the register, or the code when the register no longer has it
     * @param authorityTitle the same for the authority
     * @param lawIsChecked true when both entries were compared with the text of the law
     */
    public record CaseView(
            int id,
            String number,
            String agency,
            String openedAt,
            String offenceTitle,
            String authorityTitle,
            boolean lawIsChecked,
            String authorityReference) {}

    /** Cases that the person is a member of, newest first. */
    public List<CaseView> cases(String personId) {
        return house.cases().casesOf(personId).stream().map(this::view).toList();
    }

    /** The case of this number, refused when the person is no member or the authority is no longer in force. */
    public Outcome<CaseView> find(String personId, String number) {
        Optional<CaseRow> row = house.cases().caseOf(personId, number);
        if (row.isEmpty()) {
            return Outcome.refused(
                    CaseworkCode.CASE_UNKNOWN, "There is no case " + number + " that you are a member of.");
        }
        var today = java.time.LocalDate.ofInstant(house.clock().instant(), java.time.ZoneOffset.UTC);
        return house.register()
                .mandate(row.get().offence(), row.get().authority(), today)
                .then(mandate -> Outcome.done(view(row.get())));
    }

    /** Items of the case in the order of sealing. */
    public List<ReceivedItem> items(CaseView view) {
        return house.evidence().items(view.id());
    }

    /** The latest findings, when some were made. */
    public Optional<JsonObject> findings(CaseView view) {
        return house.findings().latest(view.id()).map(bytes -> {
            try {
                return JsonParser.parseObject(bytes);
            } catch (JsonSyntaxException e) {
                throw new IllegalStateException("stored findings are no JSON: " + e.getMessage(), e);
            }
        });
    }

    /** The latest report as an HTML document, when one was made. */
    public Optional<byte[]> report(CaseView view) {
        return house.findings().latestReport(view.id());
    }

    private CaseView view(CaseRow row) {
        Offence offence = house.register().offences().get(row.offence());
        Authority authority = house.register().authorities().get(row.authority());
        return new CaseView(
                row.id(),
                row.number(),
                row.agency(),
                row.openedAt().toString(),
                offence == null ? row.offence() : offence.title(),
                authority == null ? row.authority() : authority.title(),
                offence != null
                        && authority != null
                        && offence.source().verified()
                        && authority.source().verified(),
                row.authority());
    }
}
