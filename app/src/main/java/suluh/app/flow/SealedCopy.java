package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.List;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.core.disclosure.BundleDraft;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Sha256Digest;

/** Copies sealed items out of the vault into a bundle, and says so in their chains of custody. */
final class SealedCopy {
    private final House house;

    SealedCopy(House house) {
        this.house = house;
    }

    /** Copies the items; equal ones are one file. */
    void copy(List<ReceivedItem> items, Path folder, BundleDraft draft, Progress progress) throws IOException {
        progress.step(
                "Copying sealed items",
                items.stream().mapToLong(ReceivedItem::sizeBytes).sum());
        long done = 0;
        for (ReceivedItem item : items) {
            copy(item, folder, draft);
            done += item.sizeBytes();
            progress.advance(done);
        }
    }

    private void copy(ReceivedItem item, Path folder, BundleDraft draft) throws IOException {
        Path target = place(folder, BundleLayout.evidence(item.sha256()));
        if (Files.exists(target)) {
            return;
        }
        try (InputStream in = house.vault().open(item.sha256());
                OutputStream file = Files.newOutputStream(target);
                DigestOutputStream out = new DigestOutputStream(file, Sha256Digest.newMessageDigest())) {
            in.transferTo(out);
            Sha256Digest found = Sha256Digest.ofRaw(out.getMessageDigest().digest());
            if (!found.equals(item.sha256())) {
                throw new IOException("item " + item.id() + " came out of the vault with digest " + found);
            }
            draft.note(BundleLayout.evidence(item.sha256()), found);
        }
    }

    /** Adds the copying to each item's chain of custody; call inside the case's transaction. */
    void record(OpenedCase opened, List<ReceivedItem> items, Instant at, String into) {
        for (ReceivedItem item : items) {
            house.evidence()
                    .record(
                            opened.id(),
                            item.id(),
                            new CustodyEvent(
                                    at,
                                    opened.acting().person(),
                                    "copied",
                                    "decrypted from the vault and " + into,
                                    opened.mandate().authority().reference(),
                                    House.tool(),
                                    "the copy has the sealed digest"));
        }
    }

    /** The place of this path below the folder, whose folders are made. */
    static Path place(Path folder, String path) throws IOException {
        Path file = folder.resolve(path);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file;
    }

    /** Digest of a file on disk. */
    static Sha256Digest digestOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestOutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), Sha256Digest.newMessageDigest())) {
            in.transferTo(out);
            return Sha256Digest.ofRaw(out.getMessageDigest().digest());
        }
    }
}
