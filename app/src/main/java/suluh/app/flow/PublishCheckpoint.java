package suluh.app.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import suluh.app.host.WitnessClient;
import suluh.app.store.StoreException;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.SignedNote.NoteSignature;
import suluh.core.ledger.TileTree;
import suluh.core.ledger.TrustPolicy;
import suluh.core.ledger.TrustPolicy.Party;
import suluh.core.ledger.TrustPolicy.Standing;
import suluh.core.ledger.WitnessRequest;

/** Publishes a checkpoint over all entries and asks the witnesses of the policy to cosign it. */
public final class PublishCheckpoint {
    /** Statuses with which a witness says that the log's history does not go on from what it saw. */
    private static final Set<Integer> CONTRADICTIONS = Set.of(409, 422);

    private final House house;

    public PublishCheckpoint(House house) {
        this.house = house;
    }

    /**
     * A published checkpoint.
     *
     * @param note with the cosignatures that came
     * @param policy whose cosignatures were asked for
     * @param standing who signed and who is missing
     * @param told one sentence for each witness that did not cosign
     */
    public record Published(SignedNote note, TrustPolicy policy, Standing standing, List<String> told) {
        public Published {
            told = List.copyOf(told);
        }
    }

    /**
     * Publishes.
     *
     * @throws StoreException when a witness has seen another history than this ledger's: then one of the two was replaced
     */
    public Published run() throws IOException {
        TrustPolicy policy = house.trust().policy();
        SignedNote note = house.ledger().integrate();
        Standing before = policy.standingOf(note);
        List<NoteSignature> fresh = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (String url : addresses(policy, before.missing())) {
            switch (ask(url, note)) {
                case WitnessClient.Answer.Cosigned cosigned -> fresh.addAll(valid(cosigned, policy, before, note));
                case WitnessClient.Answer.SawSize saw ->
                    told.add("The witness at " + url + " is busy with another size.");
                case WitnessClient.Answer.No no -> told.add(no.reason());
            }
        }
        SignedNote cosigned = fresh.isEmpty() ? note : house.ledger().keep(note.with(fresh));
        return new Published(cosigned, policy, policy.standingOf(cosigned), told);
    }

    private static Set<String> addresses(TrustPolicy policy, List<String> missing) {
        Set<String> addresses = new LinkedHashSet<>();
        policy.witnesses().forEach((name, witness) -> {
            if (missing.contains(name)) {
                witness.url().ifPresent(addresses::add);
            }
        });
        return addresses;
    }

    /** The first request learns the size that the witness saw last, unless it saw none. */
    private WitnessClient.Answer ask(String url, SignedNote note) throws IOException {
        TileTree tree = house.ledger().tree(note);
        WitnessClient.Answer first = house.witnesses().ask(url, new WitnessRequest(0, List.of(), note));
        if (!(first instanceof WitnessClient.Answer.SawSize saw)) {
            return refuseContradiction(first);
        }
        if (saw.size() > tree.size()) {
            throw new StoreException("The witness at " + url + " has seen " + saw.size()
                    + " entries of this ledger, which has " + tree.size() + ". Ledger and database were put back to an "
                    + "older state, or another copy of them is at work: keep everything as it is and find out which.");
        }
        try {
            WitnessRequest request = new WitnessRequest(saw.size(), tree.consistencyProof(saw.size()), note);
            return refuseContradiction(house.witnesses().ask(url, request));
        } catch (LedgerFormatException e) {
            throw new StoreException("The ledger's tiles are damaged: " + e.getMessage(), e);
        }
    }

    private static WitnessClient.Answer refuseContradiction(WitnessClient.Answer answer) {
        if (answer instanceof WitnessClient.Answer.No no && CONTRADICTIONS.contains(no.status())) {
            throw new StoreException(no.reason() + " The witness saw another history under this ledger's key and has "
                    + "kept both checkpoints. Keep everything as it is; no bundle can be made until it is cleared up.");
        }
        return answer;
    }

    /** Signatures of the policy's keys that verify; others a client must ignore. */
    private static List<NoteSignature> valid(
            WitnessClient.Answer.Cosigned cosigned, TrustPolicy policy, Standing before, SignedNote note) {
        List<NoteSignature> valid = new ArrayList<>();
        for (NoteSignature signature : cosigned.signatures()) {
            SignedNote candidate = note.with(List.of(signature));
            Optional<Party> witness = policy.witnesses().values().stream()
                    .filter(party -> before.missing().contains(party.name()))
                    .filter(party -> candidate.cosignedBy(party.key()).isPresent())
                    .findFirst();
            if (witness.isPresent()) {
                valid.add(signature);
            }
        }
        return valid;
    }
}
