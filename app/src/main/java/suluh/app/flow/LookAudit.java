package suluh.app.flow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;

/**
 * Who looked at what: compares each item's chain of custody with the ledger, both ways.
 *
 * <p>Of each side only a count and the sum of the digests of (act, person, instant) is kept for each item, so that memory
 * does not grow with the number of looks, and the order does not matter.
 */
final class LookAudit {
    /** Acts of the chain of custody that are entries of their own, one for one. */
    private static final Map<String, EntryKind> ACTS =
            Map.of("shown", EntryKind.BYTES_SHOWN, "verified", EntryKind.EVIDENCE_VERIFIED);

    private record Sum(long count, long digests) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(EntryKind kind, String person, Instant at) {
            byte[] look = (kind.wire() + " " + person + " " + at).getBytes(StandardCharsets.UTF_8);
            return new Sum(
                    count + 1,
                    digests + ByteBuffer.wrap(Sha256Digest.of(look).raw()).getLong());
        }
    }

    private final Map<String, Sum> entries = new HashMap<>();
    private long looks;

    /** Counts an entry of the ledger. */
    void add(LedgerEntry entry) {
        if (ACTS.containsValue(entry.kind())) {
            String item = entry.caseNumber() + " " + entry.subject().getOrDefault("item", "");
            entries.merge(item, Sum.NONE.plus(entry.kind(), entry.person(), entry.at()), LookAudit::sum);
            looks++;
        }
    }

    private static Sum sum(Sum one, Sum other) {
        return new Sum(one.count() + other.count(), one.digests() + other.digests());
    }

    /** Looks that the ledger holds. */
    long looks() {
        return looks;
    }

    /** True when this item's chain of custody and the ledger name the same looks. */
    boolean agrees(String item, List<CustodyEvent> custody) {
        Sum found = Sum.NONE;
        for (CustodyEvent event : custody) {
            EntryKind kind = ACTS.get(event.act());
            if (kind != null) {
                found = found.plus(kind, event.person(), event.at());
            }
        }
        return found.equals(entries.getOrDefault(item, Sum.NONE));
    }

    /** Items that the ledger names looks of and that are not among these. */
    Set<String> strangers(Set<String> items) {
        Set<String> strangers = new TreeSet<>(entries.keySet());
        strangers.removeAll(items);
        return strangers;
    }
}
