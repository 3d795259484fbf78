package suluh.app.flow;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.CaseRow;
import suluh.core.canon.JsonObject;
import suluh.core.casework.Act;
import suluh.core.casework.Authority;
import suluh.core.casework.Offence;
import suluh.core.casework.Wording;
import suluh.core.casework.course.CaseStanding;
import suluh.core.disclosure.NameMask;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Outcome;

/**
 * Shows a case to a member: its mandate, items and latest findings. To anyone else there is no such case.
 *
 * <p>Every page of a case begins here; what the page then asks for is decided again by the flow that gives it.
 */
public final class ViewCase {
    private final House house;

    public ViewCase(House house) {
        this.house = house;
    }

    /**
     * A case as the list of one's cases shows it, whether its authority is still in force or not.
     *
     * @param id key of the list, growing
     * @param offenceTitle title in the register, or the code when the register no longer has it
     * @param authorityTitle the same for the authority
     * @param authorityEnds last day of the authority, while one is set and near or past, else null
     * @param isInForce false once the authority opens nothing today; the case cannot be opened until it does
     */
    public record CaseLine(
            int id,
            String number,
            Wording offenceTitle,
            Wording authorityTitle,
            String openedAt,
            @Nullable String authorityEnds,
            boolean isInForce) {}

    /**
     * A case as a member may see it.
     *
     * @param opened the case, opened for this member; what flows take
     * @param standing its markings, and whether it is closed
     * @param lawIsChecked true when both entries of the register were compared with the text of the law
     * @param authorityEnds last day of the authority, while it is near, else null
     * @param isOutdated true when findings and network rest on decisions or evidence that have changed since
     */
    public record CaseView(
            OpenedCase opened,
            String agency,
            String openedAt,
            CaseStanding standing,
            boolean lawIsChecked,
            @Nullable String authorityEnds,
            boolean isOutdated) {
        public String number() {
            return opened.number();
        }

        public Wording offenceTitle() {
            return opened.mandate().offence().title();
        }

        public Wording authorityTitle() {
            return opened.mandate().authority().title();
        }

        public String authorityReference() {
            return opened.mandate().authority().reference();
        }

        /** True when the member's role may do the act of this name, and the case is open for it; the flow asks again. */
        public boolean may(String act) {
            Act named = Act.valueOf(act);
            return opened.may(named) && (standing.isOpen() || !named.isInCase() || named.isOpenInClosedCase());
        }

        /** True when the member's role may read accounts, conversations and findings. */
        public boolean readsContent() {
            return opened.may(Act.READ_CONTENT);
        }

        /** True when the member's role may see the evidence items. */
        public boolean seesEvidence() {
            return opened.may(Act.VIEW_EVIDENCE);
        }
    }

    /** Cases that the person is a member of, newest first. */
    public Outcome<List<CaseLine>> cases(Acting acting) {
        return house.access()
                .inHouse(acting, Act.LIST_CASES)
                .then(allowed -> Outcome.done(house.cases().casesOf(acting.person()).stream()
                        .map(this::line)
                        .toList()));
    }

    /** The case of this number, refused when the person is no member or the authority is no longer in force. */
    public Outcome<CaseView> find(Acting acting, String number) {
        return house.access().inCase(acting, number, Act.VIEW_CASE).then(opened -> Outcome.done(view(opened)));
    }

    /** Items of the case in the order of sealing. */
    public Outcome<List<ReceivedItem>> items(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_EVIDENCE)
                .then(open -> Outcome.done(house.evidence().items(open.id())));
    }

    /** The latest findings, when some were made; the look is recorded. */
    public Outcome<Optional<JsonObject>> findings(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "findings"), Map.of());
            NameMask mask = new ProtectChild(house).masked(open).mask();
            return Outcome.done(
                    house.parsedFindings().latest(open.id()).map(json -> mask.isEmpty() ? json : mask.json(json)));
        });
    }

    /**
     * Numbers by which pages open what the latest findings list, each in the order of the findings; 0 where there is none.
     *
     * <p>By place and not by key: two keys that are masked may look the same.
     */
    public record Numbers(List<Integer> conversations, List<Integer> accounts) {
        public Numbers {
            conversations = List.copyOf(conversations);
            accounts = List.copyOf(accounts);
        }
    }

    /** Numbers of what the latest findings list; none when no findings were made. */
    public Outcome<Numbers> numbers(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            Optional<JsonObject> findings = house.parsedFindings().latest(open.id());
            List<String> conversations = keys(findings, "conversations");
            List<String> accounts = keys(findings, "accounts");
            Set<String> wanted = new HashSet<>(conversations);
            wanted.addAll(accounts);
            Map<String, Integer> numbers = new HashMap<>();
            house.lists().conversations(open.id()).stream()
                    .filter(one -> wanted.contains(one.reference().key()))
                    .forEach(one -> numbers.put("c " + one.reference().key(), one.id()));
            house.lists().accounts(open.id()).stream()
                    .filter(one -> wanted.contains(one.key()))
                    .forEach(one -> numbers.put("a " + one.key(), one.id()));
            return Outcome.done(new Numbers(
                    conversations.stream()
                            .map(key -> numbers.getOrDefault("c " + key, 0))
                            .toList(),
                    accounts.stream()
                            .map(key -> numbers.getOrDefault("a " + key, 0))
                            .toList()));
        });
    }

    private static List<String> keys(Optional<JsonObject> findings, String list) {
        return findings.map(all -> ConversationFindings.objects(all, list)).orElse(List.of()).stream()
                .map(one -> one.text("key").orElse(""))
                .toList();
    }

    /** The latest report as an HTML document, when one was made; the look is recorded. */
    public Outcome<Optional<byte[]>> report(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "report"), Map.of());
            NameMask mask = new ProtectChild(house).masked(open).mask();
            return Outcome.done(house.findings().latestReport(open.id()).map(bytes -> masked(bytes, mask)));
        });
    }

    private static byte[] masked(byte[] report, NameMask mask) {
        return mask.html(new String(report, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private CaseLine line(CaseRow row) {
        Offence offence = house.register().offences().get(row.offence());
        Authority authority = house.register().authorities().get(row.authority());
        return new CaseLine(
                row.id(),
                row.number(),
                offence == null ? Wording.same(row.offence()) : offence.title(),
                authority == null ? Wording.same(row.authority()) : authority.title(),
                row.openedAt().toString(),
                authority == null ? null : endsSoon(authority),
                authority != null && authority.isInForceOn(house.today()));
    }

    private @Nullable String endsSoon(Authority authority) {
        LocalDate last = authority.inForceUntil();
        return last == null || house.today().isBefore(last.minusDays(WatchClocks.AUTHORITY_WARNING.toDays()))
                ? null
                : last.toString();
    }

    private CaseView view(OpenedCase opened) {
        CaseRow row = house.cases().row(opened.id());
        return new CaseView(
                opened,
                row.agency(),
                row.openedAt().toString(),
                house.database().inCase(opened.id(), () -> house.course().standing()),
                opened.mandate().offence().source().verified()
                        && opened.mandate().authority().source().verified(),
                endsSoon(opened.mandate().authority()),
                AnalyseAgain.isNeeded(house, opened.id()));
    }
}
