package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import suluh.app.flow.MakeFindings.Made;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.core.disclosure.BundleDraft;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.SignedNote;

/** Assembles a bundle that anyone can verify offline; docs/formats/bundle.md describes it. */
public final class AssembleBundle {
    private final House house;

    public AssembleBundle(House house) {
        this.house = house;
    }

    /**
     * Writes the bundle of a case into this folder, which is empty or not there.
     *
     * @throws IOException when it cannot be written; what was written stays, without its manifest, and verifies as nothing
     */
    public void run(OpenedCase opened, List<ReceivedItem> items, Made made, Path folder, Progress progress)
            throws IOException {
        progress.step(
                "Assembling the bundle",
                items.stream().mapToLong(ReceivedItem::sizeBytes).sum());
        Instant now = house.clock().instant();
        BundleDraft draft = new BundleDraft(opened.number(), LocalDate.ofInstant(now, ZoneOffset.UTC), House.tool());
        write(folder, BundleLayout.REPORT, made.report(), draft);
        write(folder, BundleLayout.FINDINGS, made.findings(), draft);
        write(folder, BundleLayout.READING_REPORT, made.readingReport(), draft);
        long done = 0;
        for (ReceivedItem item : items) {
            copy(item, folder, draft);
            done += item.sizeBytes();
            progress.advance(done);
        }
        house.database().inCase(opened.id(), () -> {
            for (ReceivedItem item : items) {
                house.evidence()
                        .record(
                                opened.id(),
                                item.id(),
                                new CustodyEvent(
                                        now,
                                        opened.acting().person(),
                                        "copied",
                                        "decrypted from the vault and copied into a bundle",
                                        House.tool()));
            }
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
        SignedNote checkpoint = house.ledger().integrate();
        Map<String, byte[]> rest = draft.seal(
                checkpoint.render(),
                house.ledger().partsOf(opened.number(), checkpoint),
                house.ledger().publicKey());
        for (Map.Entry<String, byte[]> file : rest.entrySet()) {
            Files.write(place(folder, file.getKey()), file.getValue());
        }
    }

    private static void write(Path folder, String path, byte[] bytes, BundleDraft draft) throws IOException {
        Files.write(place(folder, path), bytes);
        draft.note(path, Sha256Digest.of(bytes));
    }

    /** Copies the sealed bytes; equal items are one file. */
    private void copy(ReceivedItem item, Path folder, BundleDraft draft) throws IOException {
        Path target = place(folder, BundleLayout.evidence(item.sha256()));
        if (Files.exists(target)) {
            return;
        }
        try (InputStream in = house.vault().open(item.sha256());
                OutputStream file = Files.newOutputStream(target);
                DigestOutputStream out = new DigestOutputStream(file, Sha256Digest.newMessageDigest())) {
            in.transferTo(out);
            draft.note(
                    BundleLayout.evidence(item.sha256()),
                    Sha256Digest.ofRaw(out.getMessageDigest().digest()));
        }
    }

    private static Path place(Path folder, String path) throws IOException {
        Path file = folder.resolve(path);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file;
    }
}
