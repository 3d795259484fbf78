package suluh.app.flow;

import java.io.IOException;
import java.util.Optional;
import suluh.app.store.StoreException;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.InclusionProofFile;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.TileTree;
import suluh.core.ledger.WitnessRequest;

/** Gives whoever takes part the checkpoint and its proofs; the entry itself goes only to its own agency. */
public final class ProveLedger {
    private final House house;

    public ProveLedger(House house) {
        this.house = house;
    }

    /** The checkpoint over everything up to now, with the cosignatures that it has. */
    public Outcome<SignedNote> checkpoint(Acting acting) {
        return house.access()
                .inHouse(acting, Act.PROVE_LEDGER)
                .then(allowed -> Outcome.done(house.ledger().integrate()));
    }

    /** The proof of one entry; with the entry in it when the caller's own agency made it. */
    public Outcome<InclusionProofFile> inclusion(Acting acting, long index) {
        return house.access().inHouse(acting, Act.PROVE_LEDGER).then(allowed -> {
            SignedNote note = house.ledger().integrate();
            TileTree tree = house.ledger().tree(note);
            if (index < 0 || index >= tree.size()) {
                return unknown("The ledger has no entry " + index + "; it has " + tree.size() + ".");
            }
            try {
                byte[] leaf = tree.entry(index);
                InclusionProofFile whole = InclusionProofFile.of(leaf, index, tree.inclusionProof(index), note);
                boolean isOwn = LedgerEntry.parse(leaf).agency().equals(acting.agency());
                return Outcome.done(
                        isOwn ? whole : new InclusionProofFile(Optional.empty(), index, whole.path(), note));
            } catch (IOException | LedgerFormatException e) {
                throw damaged(e);
            }
        });
    }

    /** The proof that the ledger goes on from its first {@code oldSize} entries. */
    public Outcome<WitnessRequest> consistency(Acting acting, long oldSize) {
        return house.access().inHouse(acting, Act.PROVE_LEDGER).then(allowed -> {
            SignedNote note = house.ledger().integrate();
            TileTree tree = house.ledger().tree(note);
            if (oldSize < 0 || oldSize > tree.size()) {
                return unknown("The ledger never had " + oldSize + " entries; it has " + tree.size() + ".");
            }
            try {
                return Outcome.done(new WitnessRequest(oldSize, tree.consistencyProof(oldSize), note));
            } catch (IOException | LedgerFormatException e) {
                throw damaged(e);
            }
        });
    }

    private static <T> Outcome<T> unknown(String sentence) {
        return Outcome.refused(CaseworkCode.ENTRY_UNKNOWN, sentence);
    }

    private static StoreException damaged(Exception e) {
        return new StoreException("The ledger's tiles are damaged: " + e.getMessage() + ". Run suluh ledger audit.", e);
    }
}
