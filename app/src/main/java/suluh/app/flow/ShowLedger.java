package suluh.app.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import suluh.app.store.StoreException;
import suluh.core.ledger.InclusionProofFile;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteKey;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.TileTree;
import suluh.core.ledger.TrustPolicy;
import suluh.core.ledger.WitnessRequest;

/** Shows the ledger to whoever runs the machine: key, policy and proofs. It holds ids and digests only. */
public final class ShowLedger {
    private final House house;

    public ShowLedger(House house) {
        this.house = house;
    }

    /** The ledger's own key, which witnesses are told. */
    public NoteKey key() {
        return house.ledger().publicKey();
    }

    /** The policy that verifiers are given. */
    public TrustPolicy policy() throws IOException {
        return house.trust().policy();
    }

    /** Names the witnesses by the lines that {@code suluh witness} prints. */
    public void nameWitnesses(List<String> lines) throws IOException {
        house.trust().name(lines);
    }

    /** Asks the built-in authority for time-stamps, for a demonstration. */
    public void useTestAuthority() throws IOException {
        house.trust().useTestAuthority();
    }

    /** The data folder. */
    public Path folder() {
        return house.folder().root();
    }

    /** The proof of one entry with the entry in it, or empty when the ledger is shorter. */
    public Optional<InclusionProofFile> proof(long index) throws IOException {
        SignedNote note = new PublishCheckpoint(house).run().note();
        TileTree tree = house.ledger().tree(note);
        if (index < 0 || index >= tree.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InclusionProofFile.of(tree.entry(index), index, tree.inclusionProof(index), note));
        } catch (LedgerFormatException e) {
            throw new StoreException(
                    "The ledger's tiles are damaged: " + e.getMessage() + ". Run suluh ledger audit.", e);
        }
    }

    /** The proof that the ledger goes on from its first {@code oldSize} entries, or empty when it is shorter. */
    public Optional<WitnessRequest> consistency(long oldSize) throws IOException {
        SignedNote note = new PublishCheckpoint(house).run().note();
        TileTree tree = house.ledger().tree(note);
        if (oldSize < 0 || oldSize > tree.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WitnessRequest(oldSize, tree.consistencyProof(oldSize), note));
        } catch (LedgerFormatException e) {
            throw new StoreException(
                    "The ledger's tiles are damaged: " + e.getMessage() + ". Run suluh ledger audit.", e);
        }
    }
}
