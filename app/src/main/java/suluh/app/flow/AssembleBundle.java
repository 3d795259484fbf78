package suluh.app.flow;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import suluh.app.flow.MakeFindings.Made;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PublishCheckpoint.Published;
import suluh.app.flow.StampCheckpoint.Stamps;
import suluh.app.store.StoreException;
import suluh.core.casework.Act;
import suluh.core.disclosure.BundleDraft;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.schedule.Schedules;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.TrustPolicy.Standing;

/** Assembles a bundle that anyone can verify offline; docs/formats/bundle.md describes it. */
public final class AssembleBundle {
    private final House house;

    public AssembleBundle(House house) {
        this.house = house;
    }

    /**
     * Who vouches for a bundle.
     *
     * @param standing who signed its checkpoint, who cosigned and who is missing
     * @param told one sentence for each witness and each authority that was asked in vain
     */
    public record Vouched(Standing standing, List<String> told) {
        public Vouched {
            told = List.copyOf(told);
        }
    }

    /**
     * Writes the bundle of a case into this folder, which is empty or not there. What is marked leaves on the word of
     * two persons only.
     *
     * @throws StoreException when it cannot be written; what was written stays, without its manifest, and verifies as nothing
     */
    public Outcome<Vouched> run(
            OpenedCase opened, List<ReceivedItem> items, Made made, Path folder, Progress progress) {
        return house.access()
                .stillIn(opened, Act.ASSEMBLE_BUNDLE)
                .then(open -> MarkCase.mayLeave(house, open))
                .then(open -> Outcome.done(write(open, items, made, folder, progress)));
    }

    private Vouched write(OpenedCase opened, List<ReceivedItem> items, Made made, Path folder, Progress progress) {
        try {
            return assemble(opened, items, made, folder, progress);
        } catch (IOException e) {
            throw new StoreException(
                    "The bundle in " + folder + " could not be finished: " + e.getMessage() + ". The case "
                            + opened.number() + " and its evidence are whole in the data folder.",
                    e);
        }
    }

    private Vouched assemble(OpenedCase opened, List<ReceivedItem> items, Made made, Path folder, Progress progress)
            throws IOException {
        progress.step("Writing findings and graph", 0);
        Instant now = house.clock().instant();
        BundleDraft draft = new BundleDraft(opened.number(), LocalDate.ofInstant(now, ZoneOffset.UTC), House.tool());
        write(folder, BundleLayout.REPORT, made.report(), draft);
        write(folder, BundleLayout.FINDINGS, made.findings(), draft);
        write(folder, BundleLayout.READING_REPORT, made.readingReport(), draft);
        writeGraph(opened, items, made, folder, draft);
        Set<EvidenceId> purged = house.evidence().purged(opened.id());
        List<ReceivedItem> present =
                items.stream().filter(item -> !purged.contains(item.id())).toList();
        SealedCopy copy = new SealedCopy(house);
        copy.copy(present, folder, draft, progress);
        progress.step("Writing reports, certificates and schedules", 0);
        documents(new WriteDocuments(house, opened, made, now), items, purged, folder, draft);
        house.database().inCase(opened.id(), () -> {
            copy.record(opened, present, now, "copied into a bundle");
            house.ledger()
                    .append(opened.acting()
                            .entry(
                                    EntryKind.BUNDLE_ASSEMBLED,
                                    now,
                                    opened.number(),
                                    Map.of(),
                                    Map.of("payload", draft.payloadDigest(), "bagInfo", draft.bagInfoDigest()),
                                    Map.of("items", (long) items.size())));
            return true;
        });
        Published published = new PublishCheckpoint(house).run();
        Stamps stamps = new StampCheckpoint(house).run(published.note());
        Map<String, byte[]> rest = draft.seal(
                published.note().render(),
                house.ledger().partsOf(opened.number(), published.note()),
                published.policy(),
                stamps.tokens());
        for (Map.Entry<String, byte[]> file : rest.entrySet()) {
            Files.write(SealedCopy.place(folder, file.getKey()), file.getValue());
        }
        return new Vouched(
                published.standing(),
                Stream.concat(published.told().stream(), stamps.told().stream()).toList());
    }

    /** What describes the rest of the payload comes last, and states its digest. */
    private static void documents(
            WriteDocuments writer, List<ReceivedItem> items, Set<EvidenceId> purged, Path folder, BundleDraft draft)
            throws IOException {
        Schedules schedules = writer.schedules(items, purged);
        write(folder, BundleLayout.SCHEDULES, schedules.bytes(), draft);
        Map<String, byte[]> documents = writer.documents(items, schedules, draft.describedDigest());
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            write(folder, document.getKey(), document.getValue(), draft);
        }
    }

    private static void write(Path folder, String path, byte[] bytes, BundleDraft draft) throws IOException {
        Files.write(SealedCopy.place(folder, path), bytes);
        draft.note(path, Sha256Digest.of(bytes));
    }

    private void writeGraph(OpenedCase opened, List<ReceivedItem> items, Made made, Path folder, BundleDraft draft)
            throws IOException {
        try (OutputStream file = new BufferedOutputStream(
                        Files.newOutputStream(SealedCopy.place(folder, BundleLayout.CASE_GRAPH)));
                DigestOutputStream out = new DigestOutputStream(file, Sha256Digest.newMessageDigest())) {
            new DrawCaseGraph(house, opened).run(items, made, out);
            draft.note(
                    BundleLayout.CASE_GRAPH,
                    Sha256Digest.ofRaw(out.getMessageDigest().digest()));
        }
    }
}
