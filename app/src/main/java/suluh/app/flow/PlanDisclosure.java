package suluh.app.flow;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.ApproveAct.ApprovalLine;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.Secrets;
import suluh.app.store.ChildStore.ChildAccount;
import suluh.app.store.DisclosureStore.PlanRow;
import suluh.app.store.StoreException;
import suluh.app.store.StoredAccount;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.redaction.Salts;
import suluh.core.disclosure.selection.DisclosurePlan;
import suluh.core.disclosure.selection.Exclusion;
import suluh.core.disclosure.selection.HiddenWord;
import suluh.core.disclosure.selection.PlanFigure;
import suluh.core.disclosure.selection.PlanJson;
import suluh.core.disclosure.selection.Selection;
import suluh.core.disclosure.uco.ObjectIds;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Plans what goes out of a case, counts it for a preview, and asks a second person to let it go.
 *
 * <p>A plan binds its content by digest: when the case changes before the release, the release is refused and a new plan
 * has to be made and approved.
 */
public final class PlanDisclosure {
    private static final int MAX_PURPOSE_CHARS = 500;
    private static final int MAX_WORDS = 1000;
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    private final House house;

    public PlanDisclosure(House house) {
        this.house = house;
    }

    /**
     * What a person wants to go out.
     *
     * @param subjects keys of accounts that stay readable in the redacted bundle; those of the selection do as well
     * @param words further words to hide
     * @param purpose why and for whom
     * @param recipient who receives the bundles; when blank, whom the purpose names
     */
    public record Wish(
            Selection selection, SortedSet<String> subjects, List<HiddenWord> words, String purpose, String recipient) {
        public Wish {
            words = List.copyOf(words);
            recipient = recipient.isBlank() ? purpose : recipient;
        }
    }

    /**
     * A plan with what came of it.
     *
     * @param approvals what was asked for it, newest first
     */
    public record PlanLine(DisclosurePlan plan, List<ApprovalLine> approvals) {
        public PlanLine {
            approvals = List.copyOf(approvals);
        }

        /** State of the newest request, or {@code none}. */
        public String state() {
            return approvals.isEmpty() ? "none" : approvals.getFirst().state();
        }

        /** True when this person may release it now. */
        public boolean isGrantedTo(String person) {
            return approvals.stream()
                    .anyMatch(line ->
                            line.state().equals("granted") && line.askedBy().equals(person));
        }
    }

    /** Makes a plan with its counts; nothing leaves by it. */
    public Outcome<DisclosurePlan> plan(OpenedCase opened, Wish wish) {
        return house.access()
                .stillIn(opened, Act.DISCLOSE)
                .then(open -> checked(open, wish).then(good -> made(open, good)));
    }

    /** Plans of the case, newest first. */
    public Outcome<List<PlanLine>> all(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.DISCLOSE)
                .then(open -> new ApproveAct(house).all(open))
                .then(approvals -> Outcome.done(
                        house
                                .database()
                                .inCase(
                                        opened.id(),
                                        () -> house.disclosurePlans().plans())
                                .stream()
                                .map(row -> line(parsed(row), approvals))
                                .toList()));
    }

    private static PlanLine line(DisclosurePlan plan, List<ApprovalLine> approvals) {
        return new PlanLine(
                plan,
                approvals.stream()
                        .filter(line -> line.act().equals(Act.DISCLOSE.wire())
                                && line.subject().equals(plan.id()))
                        .toList());
    }

    /** Asks a second person to let a plan go; gives the approval's id. */
    public Outcome<String> ask(OpenedCase opened, String plan) {
        return house.access()
                .stillIn(opened, Act.DISCLOSE)
                .then(open -> find(house, open, plan)
                        .then(row -> new ApproveAct(house)
                                .ask(open, Act.DISCLOSE, plan, parsed(row).purpose())));
    }

    static Outcome<PlanRow> find(House house, OpenedCase opened, String plan) {
        return house.database()
                .inCase(opened.id(), () -> house.disclosurePlans().plan(plan))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        CaseworkCode.DISCLOSURE_UNKNOWN,
                        "Case " + opened.number() + " has no disclosure plan " + plan + "."));
    }

    static DisclosurePlan parsed(PlanRow row) {
        try {
            return PlanJson.parse(JsonParser.parseObject(row.plan().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (JsonSyntaxException e) {
            throw new StoreException("the plan " + row.id() + " cannot be read", e);
        }
    }

    private Outcome<Wish> checked(OpenedCase open, Wish wish) {
        if (wish.purpose().isBlank()
                || wish.purpose().length() > MAX_PURPOSE_CHARS
                || wish.recipient().length() > MAX_PURPOSE_CHARS
                || wish.words().size() > MAX_WORDS) {
            return unfit("Say why and for whom in at most " + MAX_PURPOSE_CHARS + " characters each, and name at most "
                    + MAX_WORDS + " words to hide.");
        }
        CaseMaterial material = new CaseMaterial(house.observations(), open.id());
        Set<String> conversations = new HashSet<>();
        material.conversations()
                .forEach(one -> conversations.add(one.reference().key()));
        Set<String> accounts = new HashSet<>();
        material.accounts().stream().map(StoredAccount::key).forEach(accounts::add);
        boolean isKnown = conversations.containsAll(wish.selection().conversations())
                && accounts.containsAll(wish.selection().accounts())
                && accounts.containsAll(wish.subjects());
        return isKnown
                ? Outcome.done(wish)
                : unfit("The case has no conversation or no account of one of these keys; take them from its lists.");
    }

    private static <T> Outcome<T> unfit(String sentence) {
        return Outcome.refused(CaseworkCode.DISCLOSURE_UNFIT, sentence);
    }

    private Outcome<DisclosurePlan> made(OpenedCase open, Wish wish) {
        Instant now = house.clock().instant();
        SortedSet<String> subjects = new java.util.TreeSet<>(wish.subjects());
        subjects.addAll(wish.selection().accounts());
        DisclosurePlan empty = new DisclosurePlan(
                "dp-" + HexFormat.of().formatHex(Secrets.bytes(ID_BYTES)),
                open.number(),
                wish.selection(),
                subjects,
                wish.words(),
                wish.purpose().strip(),
                wish.recipient().strip(),
                open.acting().person(),
                now,
                new TreeMap<>(),
                List.of());
        Said said = say(house, open, empty, null, null);
        if (said.figures().getOrDefault(PlanFigure.MESSAGES.wire(), 0L) == 0
                && said.figures().getOrDefault(PlanFigure.ITEMS.wire(), 0L) == 0) {
            return unfit("Nothing of the case is left by this selection, its time and the marks.");
        }
        DisclosurePlan plan = new DisclosurePlan(
                empty.id(),
                empty.caseNumber(),
                empty.selection(),
                empty.subjects(),
                empty.words(),
                empty.purpose(),
                empty.recipient(),
                empty.plannedBy(),
                now,
                said.figures(),
                said.exclusions());
        house.database().inCase(open.id(), () -> {
            house.erasures().keepOutOrFail(open.id(), said.erasures());
            house.disclosurePlans()
                    .add(
                            open.id(),
                            new PlanRow(
                                    plan.id(),
                                    CanonicalJson.text(PlanJson.of(plan)),
                                    said.content(),
                                    plan.plannedBy(),
                                    now));
            house.ledger()
                    .append(open.acting()
                            .entry(
                                    EntryKind.DISCLOSURE_PLANNED,
                                    now,
                                    open.number(),
                                    Map.of("disclosure", plan.id()),
                                    Map.of("content", said.content()),
                                    plan.figures()));
            return true;
        });
        return Outcome.done(plan);
    }

    /**
     * What the records of a plan came to.
     *
     * @param content digest over the lists of both editions
     * @param names what was hidden, for what is written beside the records
     * @param erasures how often something of the case had been erased when this began
     */
    record Said(
            Sha256Digest content,
            SortedMap<String, Long> figures,
            List<Exclusion> exclusions,
            DisclosureScope scope,
            DisclosureNames names,
            long records,
            long hidden,
            int erasures) {}

    /** Says the case as the plan's records: into this folder, or for a preview into none. */
    static Said say(
            House house,
            OpenedCase open,
            DisclosurePlan plan,
            java.nio.file.@Nullable Path folder,
            @Nullable Supplier<ObjectIds> ids) {
        try {
            int erasures = house.erasures().count(open.id());
            CaseMaterial material = new CaseMaterial(house.observations(), open.id());
            List<ChildAccount> children = house.children().marked(open.id());
            byte[] secret =
                    Secrets.kept(house.folder().keys().resolve("disclosure.key"), () -> Secrets.bytes(SECRET_BYTES));
            DisclosureNames names = new DisclosureNames(
                    material, plan.subjects(), children, plan.words(), new Salts(secret, plan.id()));
            DisclosureScope scope = new DisclosureScope(house, open.id(), material, plan.selection(), names).applied();
            names.hideItems(house.evidence().items(open.id()));
            DisclosureEditions editions = new DisclosureEditions(names.redactor(), folder, ids);
            new DisclosureRecords(house, open, plan, scope, names, editions).say();
            editions.close();
            SortedMap<String, Long> figures = new TreeMap<>(scope.figures());
            figures.putAll(editions.figures());
            return new Said(
                    editions.content(),
                    figures,
                    scope.exclusions(),
                    scope,
                    names,
                    editions.records(),
                    editions.hidden(),
                    erasures);
        } catch (IOException e) {
            throw new StoreException("The disclosure could not be written: " + e.getMessage(), e);
        }
    }
}
