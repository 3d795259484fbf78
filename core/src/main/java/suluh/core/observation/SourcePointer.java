package suluh.core.observation;

import suluh.core.kernel.EvidenceId;

/**
 * Where in the sealed bytes the record stands that says so.
 *
 * @param item evidence item
 * @param path path inside the item, through nested archives, {@code /} within and {@code !/} between archives; empty
 *     when the item is the file itself
 * @param offset bytes from the start of the innermost file, from 0
 * @param length bytes of the record, at least 0
 */
public record SourcePointer(EvidenceId item, String path, long offset, long length) {
    public SourcePointer {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("offset and length must not be negative: " + offset + ", " + length);
        }
    }
}
