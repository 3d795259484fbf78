package suluh.exports;

import java.io.IOException;
import java.io.InputStream;
import suluh.core.kernel.EvidenceId;

/** One file to read: an evidence item, or a file inside one. */
public interface ExportFile {
    /** The evidence item that is the file, or holds it. */
    EvidenceId item();

    /** Name of the item as received: a relative path with {@code /}. */
    String itemName();

    /** Path inside the item, {@code !/} between nested archives; empty when the item is the file. */
    String path();

    /** Size in bytes. */
    long sizeBytes();

    /** The bytes from the first; each call opens them anew. */
    InputStream open() throws IOException;

    /** The files that were handed in with this one. */
    default Neighbours neighbours() {
        return Neighbours.unknown();
    }

    /** Item name and inner path as one text, {@code export.zip!/messages/a.json}; unique within one input. */
    default String fullPath() {
        return path().isEmpty() ? itemName() : itemName() + "!/" + path();
    }

    /** The part of {@link #fullPath()} after the last {@code /}. */
    default String fileName() {
        String full = fullPath();
        return full.substring(full.lastIndexOf('/') + 1);
    }
}
