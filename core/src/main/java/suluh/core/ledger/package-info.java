/** Tamper-evident log: entries, Merkle tree over tiles, signed checkpoints and proofs. */
@NullMarked
package suluh.core.ledger;

import org.jspecify.annotations.NullMarked;
