package suluh.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import suluh.app.host.Durable;
import suluh.app.host.SignerFile;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteKey;
import suluh.core.ledger.NoteSigner;
import suluh.core.ledger.SignedNote;

/** What a witness keeps, in a folder of its own: its keys, the logs it knows, what it saw last, and contradictions. */
public final class WitnessStore {
    private final Path folder;
    private final NoteSigner ed25519;
    private final NoteSigner mlDsa44;
    private final TreeMap<String, NoteKey> logs = new TreeMap<>();

    private WitnessStore(Path folder, NoteSigner ed25519, NoteSigner mlDsa44) {
        this.folder = folder;
        this.ed25519 = ed25519;
        this.mlDsa44 = mlDsa44;
    }

    /**
     * Opens the folder of a witness; makes keys on first use.
     *
     * @param name name of new keys, such as {@code d11.example/witness}
     */
    public static WitnessStore open(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        return new WitnessStore(
                folder,
                SignerFile.kept(folder.resolve("cosigner-ed25519.key"), KeyKind.COSIGNER_ED25519, () -> name),
                SignerFile.kept(folder.resolve("cosigner-ml-dsa-44.key"), KeyKind.COSIGNER_ML_DSA_44, () -> name));
    }

    /** Accepts checkpoints of this log from now on. */
    public void know(NoteKey log) {
        logs.put(log.name(), log);
    }

    /** The key of the log of this name. */
    public Optional<NoteKey> log(String origin) {
        return Optional.ofNullable(logs.get(origin));
    }

    public NoteSigner ed25519() {
        return ed25519;
    }

    public NoteSigner mlDsa44() {
        return mlDsa44;
    }

    /** The note of this log that was cosigned last. */
    public Optional<SignedNote> last(String origin) throws IOException {
        Path file = file(origin, "last");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedNote.parse(Files.readAllBytes(file)));
        } catch (LedgerFormatException e) {
            throw new StoreException("What this witness saw last, in " + file + ", is damaged; restore it.", e);
        }
    }

    /** Remembers what is about to be cosigned; on disk before return. */
    public void remember(String origin, SignedNote note) throws IOException {
        Durable.write(file(origin, "last"), note.render().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps two notes that contradict each other; gives the folder they lie in. The same pair is kept once. */
    public Path keepContradiction(String origin, Optional<SignedNote> seen, SignedNote offered, String reason)
            throws IOException {
        byte[] offeredBytes = offered.render().getBytes(StandardCharsets.UTF_8);
        Path pair = folder.resolve("contradictions")
                .resolve(Sha256Digest.of(offered.text().getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, 16));
        if (!Files.exists(pair.resolve("reason"))) {
            if (seen.isPresent()) {
                Durable.write(pair.resolve("seen"), seen.get().render().getBytes(StandardCharsets.UTF_8));
            }
            Durable.write(pair.resolve("offered"), offeredBytes);
            Durable.write(pair.resolve("reason"), (origin + ": " + reason + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return pair;
    }

    private Path file(String origin, String what) {
        String name = Sha256Digest.of(origin.getBytes(StandardCharsets.UTF_8)).hex();
        return folder.resolve("logs").resolve(name.substring(0, 16) + "." + what);
    }
}
