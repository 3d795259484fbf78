package suluh.app.store.vault;

import suluh.core.kernel.Sha256Digest;

/**
 * Bytes in the vault.
 *
 * @param sha256 their digest, and their address
 * @param sha512 a second digest, should the first ever fail
 * @param sha1 search key only: lists of known files use it
 * @param md5 search key only
 * @param sizeBytes their size
 * @param isNew false when the same bytes were there before
 */
public record SealedObject(
        Sha256Digest sha256, String sha512, String sha1, String md5, long sizeBytes, boolean isNew) {}
