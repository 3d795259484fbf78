package suluh.app.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import suluh.app.flow.AssembleBundle.Vouched;
import suluh.app.flow.LogDisclosure.Handing;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PlanDisclosure.Said;
import suluh.app.flow.PublishCheckpoint.Published;
import suluh.app.flow.StampCheckpoint.Stamps;
import suluh.app.store.ApprovalStore.Approval;
import suluh.app.store.DisclosureStore.BundleRow;
import suluh.app.store.DisclosureStore.PlanRow;
import suluh.app.store.StoreException;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.BundleDraft;
import suluh.core.disclosure.DisclosureLayout;
import suluh.core.disclosure.LedgerPart;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.schedule.DisclosureLine;
import suluh.core.disclosure.selection.DisclosurePlan;
import suluh.core.disclosure.selection.Edition;
import suluh.core.disclosure.uco.ObjectIds;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Makes the two bundles of a plan that a second person approved, once; docs/formats/disclosure.md describes them.
 *
 * <p>What was approved is what goes out: when the case says something else by now, the release is refused.
 */
public final class ReleaseDisclosure {
    private final House house;

    public ReleaseDisclosure(House house) {
        this.house = house;
    }

    /**
     * Writes {@code full} and {@code redacted} into this folder, which is empty or not there.
     *
     * @throws StoreException when they cannot be written; what was written stays, without its manifests, and verifies as
     *     nothing
     */
    public Outcome<Vouched> run(OpenedCase opened, String plan, Path folder, Progress progress) {
        return house.access()
                .stillIn(opened, Act.DISCLOSE)
                .then(open -> ready(open, plan).then(row -> release(open, row, folder, progress)));
    }

    /** The plan, when it can be released: it is there, and a second person's word for it is in force. */
    Outcome<PlanRow> ready(OpenedCase open, String plan) {
        return PlanDisclosure.find(house, open, plan).then(row -> granted(open, row));
    }

    /** The plan, when an approval of it waits for this person; it is used up at the end, when everything is written. */
    private Outcome<PlanRow> granted(OpenedCase open, PlanRow row) {
        Instant now = house.clock().instant();
        boolean isGranted = house
                .database()
                .inCase(open.id(), () -> house.approvals().all())
                .stream()
                .anyMatch(approval -> approval.act().equals(Act.DISCLOSE.wire())
                        && approval.subject().equals(row.id())
                        && approval.askedBy().equals(open.acting().person())
                        && approval.isGranted()
                        && approval.usedAt() == null
                        && now.isBefore(approval.expiresAt()));
        return isGranted
                ? Outcome.done(row)
                : house.access()
                        .recorded(
                                open.acting(),
                                Act.DISCLOSE,
                                open.number(),
                                Outcome.refused(
                                        CaseworkCode.SECOND_PERSON_NEEDED,
                                        "The disclosure " + row.id()
                                                + " needs the word of a second person: ask for it, "
                                                + "let a colleague approve, and release it within "
                                                + ApproveAct.LIFETIME.toHours() + " hours."));
    }

    private Outcome<Vouched> release(OpenedCase open, PlanRow row, Path folder, Progress progress) {
        try {
            DisclosurePlan plan = PlanDisclosure.parsed(row);
            progress.step("Writing both editions", 1);
            byte[] secret = DrawCaseGraph.secret(house);
            Said said = PlanDisclosure.say(
                    house, open, plan, folder, () -> new ObjectIds(DrawCaseGraph.base(open.number()), secret));
            if (!said.content().equals(row.content())) {
                return Outcome.refused(
                        CaseworkCode.DISCLOSURE_CHANGED,
                        "The case is not as it was when " + row.id() + " was planned (new evidence, marks or markings "
                                + "of children). Plan it again and let it be approved; throw away what stands in the "
                                + "folder.");
            }
            return assemble(open, plan, said, folder, progress);
        } catch (IOException e) {
            throw new StoreException(
                    "The disclosure in " + folder + " could not be finished: " + e.getMessage() + ". The case "
                            + open.number() + " is whole in the data folder.",
                    e);
        }
    }

    private Outcome<Vouched> assemble(OpenedCase open, DisclosurePlan plan, Said said, Path folder, Progress progress)
            throws IOException {
        Instant now = house.clock().instant();
        Map<Edition, BundleDraft> drafts = new EnumMap<>(Edition.class);
        for (Edition edition : Edition.values()) {
            BundleDraft draft = BundleDraft.ofDisclosure(
                    open.number(), plan.id(), edition, LocalDate.ofInstant(now, ZoneOffset.UTC), House.tool());
            drafts.put(edition, draft);
            for (String path : List.of(
                    DisclosureLayout.RECORDS,
                    DisclosureLayout.REDACTIONS,
                    DisclosureLayout.READING_COPY,
                    DisclosureLayout.CASE_GRAPH,
                    DisclosureLayout.OPENINGS)) {
                Path file = DisclosureEditions.path(folder, edition, path);
                if (Files.exists(file)) {
                    draft.note(path, SealedCopy.digestOf(file));
                }
            }
        }
        List<ReceivedItem> whole = said.scope().items().stream()
                .filter(item -> said.scope().bytesOf(item.id()).equals(DisclosureScope.IN_FULL))
                .toList();
        new SealedCopy(house).copy(whole, folder.resolve(Edition.FULL.wire()), draft(drafts, Edition.FULL), progress);
        progress.step("Writing reports", 0);
        reports(new WriteDisclosureReport(house, open, plan), folder, drafts);
        return house.database()
                .inCase(open.id(), () -> {
                    house.erasures().keepOutOrFail(open.id(), said.erasures());
                    return ApproveAct.use(house, open, Act.DISCLOSE, plan.id()).then(approval -> {
                        new SealedCopy(house).record(open, whole, now, "copied into a disclosure");
                        for (Edition edition : Edition.values()) {
                            bind(open, approval, plan, said, edition, draft(drafts, edition), now);
                        }
                        log(open, plan, drafts);
                        return Outcome.done(approval);
                    });
                })
                .then(approval -> Outcome.done(sealed(open, said, folder, drafts)));
    }

    /** Reports come last: each states the digest of what it describes. */
    private static void reports(WriteDisclosureReport writer, Path folder, Map<Edition, BundleDraft> drafts)
            throws IOException {
        for (Edition edition : Edition.values()) {
            BundleDraft draft = draft(drafts, edition);
            for (Map.Entry<String, byte[]> report :
                    writer.reports(folder, edition, draft.describedDigest()).entrySet()) {
                Files.write(DisclosureEditions.path(folder, edition, report.getKey()), report.getValue());
                draft.note(report.getKey(), Sha256Digest.of(report.getValue()));
            }
        }
    }

    /** Who receives which edition, in the log of the case; the digest is that of the bundle's payload. */
    private void log(OpenedCase open, DisclosurePlan plan, Map<Edition, BundleDraft> drafts) {
        for (Edition edition : Edition.values()) {
            String purpose = plan.id() + ", " + edition.wire() + ": " + plan.purpose();
            LogDisclosure.note(
                    house,
                    open,
                    new Handing(DisclosureLine.Kind.BUNDLE, plan.recipient(), purpose),
                    draft(drafts, edition).payloadDigest());
        }
    }

    private static BundleDraft draft(Map<Edition, BundleDraft> drafts, Edition edition) {
        BundleDraft draft = drafts.get(edition);
        if (draft == null) {
            throw new IllegalStateException("every edition has a draft");
        }
        return draft;
    }

    private void bind(
            OpenedCase open,
            Approval approval,
            DisclosurePlan plan,
            Said said,
            Edition edition,
            BundleDraft draft,
            Instant now) {
        Sha256Digest payload = draft.payloadDigest();
        house.disclosurePlans()
                .add(
                        open.id(),
                        new BundleRow(
                                plan.id(), edition, payload, null, open.acting().person(), now));
        house.ledger()
                .append(open.acting()
                        .entry(
                                EntryKind.BUNDLE_ASSEMBLED,
                                now,
                                open.number(),
                                Map.of(
                                        "disclosure", plan.id(),
                                        "edition", edition.wire(),
                                        "approval", approval.id()),
                                Map.of("payload", payload, "bagInfo", draft.bagInfoDigest()),
                                Map.of("records", said.records(), "redactions", said.hidden())));
    }

    /** One checkpoint over both entries; each bundle carries the entries up to its own. */
    private Vouched sealed(OpenedCase open, Said said, Path folder, Map<Edition, BundleDraft> drafts) {
        try {
            Published published = new PublishCheckpoint(house).run();
            Stamps stamps = new StampCheckpoint(house).run(published.note());
            List<LedgerPart> parts = house.ledger().partsOf(open.number(), published.note());
            for (Edition edition : Edition.values()) {
                BundleDraft draft = draft(drafts, edition);
                Map<String, byte[]> rest = draft.seal(
                        published.note().render(),
                        partsFor(edition, parts, draft, said.names().hiddenItems()),
                        published.policy(),
                        stamps.tokens());
                for (Map.Entry<String, byte[]> file : rest.entrySet()) {
                    Path target = DisclosureEditions.path(folder, edition, file.getKey());
                    Files.createDirectories(target.resolveSibling(""));
                    Files.write(target, file.getValue());
                }
            }
            return new Vouched(
                    published.standing(),
                    Stream.concat(published.told().stream(), stamps.told().stream())
                            .toList());
        } catch (IOException e) {
            throw new StoreException("The disclosure in " + folder + " could not be finished: " + e.getMessage(), e);
        }
    }

    /** The case's entries up to the one that binds this bundle; in the redacted one none that names a hidden item. */
    private static List<LedgerPart> partsFor(
            Edition edition, List<LedgerPart> parts, BundleDraft draft, Set<String> hiddenItems) {
        Sha256Digest payload = draft.payloadDigest();
        long own = parts.stream()
                .filter(part -> part.entry().kind() == EntryKind.BUNDLE_ASSEMBLED
                        && payload.equals(part.entry().digests().get("payload"))
                        && edition.wire().equals(part.entry().subject().get("edition")))
                .mapToLong(LedgerPart::index)
                .max()
                .orElseThrow();
        return parts.stream()
                .filter(part -> part.index() <= own)
                .filter(part -> edition == Edition.FULL
                        || part.entry().subject().values().stream().noneMatch(hiddenItems::contains))
                .toList();
    }
}
