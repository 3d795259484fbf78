package suluh.core.network;

import java.time.Duration;
import java.time.Instant;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

/** Networks for tests, written as they are told: who, whom, how, on which day. */
final class SmallNetwork {
    static final Instant DAY_ZERO = Instant.parse("2024-01-01T00:00:00Z");
    private static final EvidenceId ITEM = EvidenceId.of(Sha256Digest.of(new byte[] {1}), "a.json");

    private final NetworkBuilder builder = new NetworkBuilder();
    private long record;

    SmallNetwork group(String key) {
        builder.node(key, NodeKind.GROUP);
        return this;
    }

    SmallNetwork account(String key) {
        builder.node(key, NodeKind.ACCOUNT);
        return this;
    }

    /** Adds ends that are not there yet as accounts. */
    SmallNetwork tie(String a, TieKind kind, String b, long times, int firstDay, int lastDay) {
        for (String key : new String[] {a, b}) {
            if (!builder.hasNode(key)) {
                account(key);
            }
        }
        builder.tie(a, b, kind, new Observed(times, day(firstDay), day(lastDay), java.util.List.of(source())));
        return this;
    }

    SmallNetwork tie(String a, TieKind kind, String b) {
        return tie(a, kind, b, 1, 0, 0);
    }

    CaseNetwork build() {
        return builder.build();
    }

    SourcePointer source() {
        return source(record++);
    }

    static SourcePointer source(long record) {
        return new SourcePointer(ITEM, "", record * 10, 10);
    }

    static Instant day(int day) {
        return DAY_ZERO.plus(Duration.ofDays(day));
    }
}
