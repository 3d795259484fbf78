package suluh.core.disclosure;

import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;

/** An item as a report lists it: its id, the name it came under, its size and the digest of its bytes. */
public record ReceivedItem(EvidenceId id, String name, long sizeBytes, Sha256Digest sha256) {}
