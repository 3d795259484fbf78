package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import suluh.app.store.vault.Vault;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;

/** An evidence item as the readers see it: the sealed bytes, not the file that was handed in. */
record SealedFile(Vault vault, ReceivedItem sealed, Neighbours neighbours) implements ExportFile {
    /** An item by itself. */
    SealedFile(Vault vault, ReceivedItem sealed) {
        this(vault, sealed, Neighbours.unknown());
    }

    @Override
    public EvidenceId item() {
        return sealed.id();
    }

    @Override
    public String itemName() {
        return sealed.name();
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public long sizeBytes() {
        return sealed.sizeBytes();
    }

    @Override
    public InputStream open() throws IOException {
        return vault.open(sealed.sha256());
    }
}
