package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.InputFile;
import suluh.app.host.InputFiles;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.app.store.vault.SealedObject;
import suluh.app.store.vault.VaultException;
import suluh.core.casework.Act;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;

/**
 * Seals what was handed in: bytes into the vault, then row, custody event and ledger entry in one transaction.
 *
 * <p>A file that cannot be taken does not keep the others from being sealed; once the vault itself fails, sealing ends
 * and what was sealed stays sealed.
 */
public final class SealEvidence {
    /** Files whose rows commit together; the bytes of each are on disk before. */
    private static final int BATCH = 200;

    private final House house;

    public SealEvidence(House house) {
        this.house = house;
    }

    /**
     * What was sealed.
     *
     * @param items in the order of sealing, each once
     * @param notReceived one sentence for each thing that could not be taken
     */
    public record Sealed(List<ReceivedItem> items, List<String> notReceived) {
        public Sealed {
            items = List.copyOf(items);
            notReceived = List.copyOf(notReceived);
        }
    }

    private record Taken(String name, SealedObject object, Instant at) {}

    /** Seals these files into the case. */
    public Outcome<Sealed> run(OpenedCase opened, InputFiles input, Progress progress) {
        return house.access()
                .stillIn(opened, Act.SEAL_EVIDENCE)
                .then(open -> Outcome.done(seal(open, input, progress)));
    }

    private Sealed seal(OpenedCase opened, InputFiles input, Progress progress) {
        List<String> notReceived = new ArrayList<>(input.notReceived());
        progress.step("Sealing", input.files().size());
        boolean goesOn = true;
        for (int from = 0; goesOn && from < input.files().size(); from += BATCH) {
            int until = Math.min(input.files().size(), from + BATCH);
            goesOn = sealBatch(opened, input.files().subList(from, until), notReceived);
            progress.advance(until);
        }
        return new Sealed(house.evidence().items(opened.id()), notReceived);
    }

    /** Seals some files and commits their rows; false when the vault itself failed. */
    private boolean sealBatch(OpenedCase opened, List<InputFile> files, List<String> notReceived) {
        List<Taken> taken = new ArrayList<>();
        house.vaultLock().readLock().lock();
        try {
            for (InputFile file : files) {
                try (InputStream in = Files.newInputStream(file.path())) {
                    taken.add(new Taken(
                            file.name(), house.vault().seal(in), house.clock().instant()));
                } catch (VaultException e) {
                    notReceived.add(file.path() + ": " + e.getMessage() + " It and what follows were not received.");
                    commit(opened, taken);
                    return false;
                } catch (IOException e) {
                    notReceived.add(file.path() + " could not be read: " + e.getMessage() + ". It was not received.");
                }
            }
            commit(opened, taken);
            return true;
        } finally {
            house.vaultLock().readLock().unlock();
        }
    }

    private void commit(OpenedCase opened, List<Taken> taken) {
        if (taken.isEmpty()) {
            return;
        }
        house.database().inCase(opened.id(), () -> {
            house.course().lockedStanding(opened.id()); // items get their places one writer at a time
            List<LedgerEntry> entries = new ArrayList<>();
            for (Taken one : taken) {
                commit(opened, one, entries);
            }
            house.ledger().appendAll(entries);
            return entries.size();
        });
    }

    /** Commits row, custody and entry of one object that lies in the vault; call under the vault's read lock. */
    void commitOne(OpenedCase opened, String name, SealedObject object) {
        commit(opened, List.of(new Taken(name, object, house.clock().instant())));
    }

    private void commit(OpenedCase opened, Taken taken, List<LedgerEntry> entries) {
        SealedObject object = taken.object();
        EvidenceId item = EvidenceId.of(object.sha256(), taken.name());
        boolean isNew = house.evidence().add(opened.id(), item, taken.name(), object);
        String act = isNew ? "sealed" : "received again";
        boolean isPurged = !isNew && house.evidence().purged(opened.id()).contains(item);
        if (isPurged) {
            house.purgesWait(true); // its bytes, sealed a moment ago, go again
        }
        house.evidence()
                .record(
                        opened.id(),
                        item,
                        new CustodyEvent(
                                taken.at(),
                                opened.acting().person(),
                                act,
                                "copied from what was handed in",
                                opened.mandate().authority().reference(),
                                House.tool(),
                                object.sizeBytes() + " bytes, SHA-256 " + object.sha256()
                                        + (isPurged ? "; not kept, for the item was purged" : "")));
        if (isNew) {
            entries.add(opened.acting()
                    .entry(
                            EntryKind.EVIDENCE_SEALED,
                            taken.at(),
                            opened.number(),
                            Map.of(
                                    "item", item.value(),
                                    "authority", opened.mandate().authority().reference()),
                            Map.of("sha256", object.sha256()),
                            Map.of("sizeBytes", object.sizeBytes())));
        }
    }
}
