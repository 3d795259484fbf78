package suluh.core.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import suluh.core.bag.BagFolder;
import suluh.core.kernel.Sha256Digest;

/** Files of a bundle under check: names, lists and digests. Everything read whole has a limit. */
final class BundleFiles {
    /** Stands for a digest that is not there. */
    static final Sha256Digest MISSING = new Sha256Digest("0".repeat(64));

    /** Lists of a bundle with a million items; a larger one is an attack on the verifier. */
    private static final int MAX_TEXT_BYTES = 256 << 20;

    private static final int MAX_FILES = 4_000_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final BagFolder folder;
    private SortedSet<String> paths = new TreeSet<>();
    private final SortedMap<String, Sha256Digest> digests = new TreeMap<>();
    private final SortedMap<String, Long> sizes = new TreeMap<>();

    BundleFiles(BagFolder folder) {
        this.folder = folder;
    }

    SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(paths);
    }

    /** Digests of the files that were compared with a list. */
    SortedMap<String, Sha256Digest> digests() {
        return Collections.unmodifiableSortedMap(digests);
    }

    Sha256Digest digest(String path) {
        return digests.getOrDefault(path, MISSING);
    }

    /** Size in bytes of a file that was digested, or -2. */
    long sizeBytes(String path) {
        return sizes.getOrDefault(path, -2L);
    }

    /** Step: these files and no other. */
    String layout(Predicate<String> isKnown, List<String> required, String format) throws IOException, BundleFault {
        paths = folder.paths();
        if (paths.size() > MAX_FILES) {
            throw new BundleFault("the folder", "at most " + MAX_FILES + " files", paths.size() + " files");
        }
        for (String path : paths) {
            if (!isKnown.test(path)) {
                throw new BundleFault(path, "only the files of " + format, "a file that does not belong");
            }
        }
        for (String path : required) {
            if (!paths.contains(path)) {
                throw new BundleFault(path, "the file", "nothing");
            }
        }
        return paths.size() + " files";
    }

    /** Step: tag files are as listed. */
    String tagFiles(String howToVerify) throws IOException, BundleFault {
        exactly(BundleLayout.BAGIT, BagText.BAGIT);
        exactly(BundleLayout.HOW_TO_VERIFY, howToVerify);
        SortedMap<String, Sha256Digest> listed = list(BundleLayout.TAG_MANIFEST);
        SortedSet<String> tagFiles = new TreeSet<>(paths);
        tagFiles.removeIf(path -> BundleLayout.isPayload(path) || path.equals(BundleLayout.TAG_MANIFEST));
        compare(listed, tagFiles, BundleLayout.TAG_MANIFEST);
        return listed.size() + " files";
    }

    /** Step: payload files are as listed. */
    String payloadFiles() throws IOException, BundleFault {
        SortedMap<String, Sha256Digest> listed = list(BundleLayout.MANIFEST);
        SortedSet<String> payload = new TreeSet<>(paths);
        payload.removeIf(path -> !BundleLayout.isPayload(path));
        compare(listed, payload, BundleLayout.MANIFEST);
        long sizeBytes =
                payload.stream().mapToLong(path -> sizes.getOrDefault(path, 0L)).sum();
        return listed.size() + " files, " + sizeBytes + " bytes";
    }

    InputStream open(String path) throws IOException {
        return folder.open(path);
    }

    String text(String path) throws IOException, BundleFault {
        byte[] bytes = bytes(path);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new BundleFault(path, "UTF-8", "other bytes");
        }
        return text;
    }

    byte[] bytes(String path) throws IOException, BundleFault {
        try (InputStream in = folder.open(path)) {
            byte[] bytes = in.readNBytes(MAX_TEXT_BYTES + 1);
            if (bytes.length > MAX_TEXT_BYTES) {
                throw new BundleFault(path, "at most " + MAX_TEXT_BYTES + " bytes", "more");
            }
            return bytes;
        }
    }

    /** Digest of a file that stands in no list, such as the tag file that the ledger binds. */
    Sha256Digest digestOf(String path) throws IOException {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        try (InputStream in = folder.open(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        sizes.put(path, size);
        return Sha256Digest.ofRaw(digest.digest());
    }

    private void compare(SortedMap<String, Sha256Digest> listed, SortedSet<String> present, String list)
            throws IOException, BundleFault {
        for (String path : present) {
            Sha256Digest expected = listed.get(path);
            if (expected == null) {
                throw new BundleFault(path, "a line in " + list, "none");
            }
            Sha256Digest found = digestOf(path);
            if (!found.equals(expected)) {
                throw new BundleFault(path, expected.hex(), found.hex());
            }
            digests.put(path, found);
        }
        for (String path : listed.keySet()) {
            if (!present.contains(path)) {
                throw new BundleFault(path, "the file that " + list + " names", "nothing");
            }
        }
    }

    private SortedMap<String, Sha256Digest> list(String path) throws IOException, BundleFault {
        SortedMap<String, Sha256Digest> files = BagText.parseManifest(text(path));
        if (files.isEmpty()) {
            throw new BundleFault(path, "lines of digest, two spaces and path, in order", "another form");
        }
        return files;
    }

    private void exactly(String path, String expected) throws IOException, BundleFault {
        if (!text(path).equals(expected)) {
            throw new BundleFault(path, "the text that every bundle has", "another text");
        }
    }
}
