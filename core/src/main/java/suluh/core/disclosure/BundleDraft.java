package suluh.core.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import suluh.core.disclosure.selection.Edition;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.TrustPolicy;

/**
 * Texts of a bundle in the making, in the order in which they can be known.
 *
 * <p>First every payload file but the ledger's is noted; then {@link #payloadDigest} and {@link #bagInfoDigest} go into
 * the entry bundle-assembled; once that entry stands under a checkpoint, {@link #seal} gives the ledger part and the tag
 * files.
 */
public final class BundleDraft {
    private final String bagInfo;
    private final String howToVerify;
    private final Predicate<String> isKnown;
    private final SortedMap<String, Sha256Digest> payload = new TreeMap<>();

    public BundleDraft(String caseNumber, LocalDate date, String software) {
        this(BagText.bagInfo(caseNumber, date, software), BagText.howToVerify(), BundleLayout::isKnown);
    }

    private BundleDraft(String bagInfo, String howToVerify, Predicate<String> isKnown) {
        this.bagInfo = bagInfo;
        this.howToVerify = howToVerify;
        this.isKnown = isKnown;
    }

    /** One of the two bundles of a disclosure. */
    public static BundleDraft ofDisclosure(
            String caseNumber, String disclosure, Edition edition, LocalDate date, String software) {
        DisclosureText.About about = new DisclosureText.About(caseNumber, disclosure, edition);
        return new BundleDraft(
                DisclosureText.bagInfo(about, date, software),
                DisclosureText.howToVerify(),
                path -> DisclosureLayout.isKnown(edition, path));
    }

    /** Notes a payload file outside data/ledger; the same path with another digest is a mistake and refused. */
    public void note(String path, Sha256Digest sha256) {
        if (!BundleLayout.isBound(path) || !isKnown.test(path)) {
            throw new IllegalArgumentException("no payload file of a bundle: " + path);
        }
        Sha256Digest before = payload.putIfAbsent(path, sha256);
        if (before != null && !before.equals(sha256)) {
            throw new IllegalArgumentException("two contents for " + path);
        }
    }

    /** Digest {@code payload} of the entry bundle-assembled. */
    public Sha256Digest payloadDigest() {
        return BagText.payloadDigest(payload);
    }

    /** Digest that each document states: of the payload it describes, which must have been noted before. */
    public Sha256Digest describedDigest() {
        return BagText.describedDigest(payload);
    }

    /** Digest {@code bagInfo} of the entry bundle-assembled. */
    public Sha256Digest bagInfoDigest() {
        return Sha256Digest.of(bagInfo.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The remaining files of the bundle by path, in the order to write them: the tag manifest last, so that a bundle
     * whose making was cut short is not taken for whole.
     *
     * @param checkpoint signed note as rendered
     * @param entries entries of the case in log order, bundle-assembled last
     * @param policy whose signatures the checkpoint should bear
     * @param timestamps tokens over the checkpoint's bytes, at most 9
     */
    public SequencedMap<String, byte[]> seal(
            String checkpoint, List<LedgerPart> entries, TrustPolicy policy, List<byte[]> timestamps) {
        SequencedMap<String, byte[]> files = new java.util.LinkedHashMap<>();
        StringBuilder lines = new StringBuilder();
        entries.forEach(part -> lines.append(part.line()));
        put(files, BundleLayout.CHECKPOINT, checkpoint);
        put(files, BundleLayout.ENTRIES, lines.toString());
        put(files, BundleLayout.POLICY, policy.render());
        for (int i = 0; i < timestamps.size(); i++) {
            files.put(BundleLayout.timestamp(i + 1), timestamps.get(i));
        }
        SortedMap<String, Sha256Digest> listed = new TreeMap<>(payload);
        files.forEach((path, bytes) -> listed.put(path, Sha256Digest.of(bytes)));
        SequencedMap<String, byte[]> tags = new java.util.LinkedHashMap<>();
        put(tags, BundleLayout.BAGIT, BagText.BAGIT);
        put(tags, BundleLayout.BAG_INFO, bagInfo);
        put(tags, BundleLayout.HOW_TO_VERIFY, howToVerify);
        put(tags, BundleLayout.MANIFEST, BagText.manifest(listed));
        SortedMap<String, Sha256Digest> listedTags = new TreeMap<>();
        tags.forEach((path, bytes) -> listedTags.put(path, Sha256Digest.of(bytes)));
        put(tags, BundleLayout.TAG_MANIFEST, BagText.manifest(listedTags));
        files.putAll(tags);
        return files;
    }

    private static void put(SequencedMap<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
