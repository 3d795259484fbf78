package suluh.core.bag;

import java.util.Arrays;
import java.util.Optional;

/** The versions of BagIt that were published and are in use. */
enum BagVersion {
    V0_93("0.93"),
    V0_94("0.94"),
    V0_95("0.95"),
    V0_96("0.96"),
    V0_97("0.97"),
    V1_0("1.0");

    private final String text;

    BagVersion(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static Optional<BagVersion> of(String text) {
        return Arrays.stream(values())
                .filter(version -> version.text.equals(text))
                .findFirst();
    }

    /** True from RFC 8493 on: each manifest lists all payload, no path stands twice, line ends in paths are encoded. */
    boolean isRfc8493() {
        return this == V1_0;
    }
}
