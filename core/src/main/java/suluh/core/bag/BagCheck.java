package suluh.core.bag;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks whether a folder is a complete and valid bag: RFC 8493 (version 1.0), and 0.93 to 0.97 as they were published.
 *
 * <p>Nothing is fetched: a file that {@code fetch.txt} names must lie there. Time: each file is read once, whatever the
 * number of manifests; memory: the lists.
 */
public final class BagCheck {
    private static final String BAG_INFO = "bag-info.txt";
    private static final String FETCH = "fetch.txt";
    private static final String PAYLOAD = "data/";
    private static final int MAX_WARNINGS = 100;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Pattern OXUM = Pattern.compile("Payload-Oxum[ \\t]*:[ \\t]*(\\d{1,18})\\.(\\d{1,18})[ \\t]*");
    private static final Pattern FETCH_LINE = Pattern.compile("\\S+[ \\t]+(-|\\d+)[ \\t]+(.+)");
    private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini", ".ds_store");

    private final BagFolder folder;
    private final List<String> warnings = new ArrayList<>();
    private final SortedMap<String, Long> sizes = new TreeMap<>();

    private BagCheck(BagFolder folder) {
        this.folder = folder;
    }

    /**
     * The verdict on a folder.
     *
     * @throws IOException when the folder itself cannot be read
     */
    public static BagVerdict check(BagFolder folder) throws IOException {
        try {
            return new BagCheck(folder).run();
        } catch (BagFault fault) {
            return fault.verdict();
        }
    }

    private BagVerdict run() throws IOException, BagFault {
        SortedSet<String> paths = folder.paths();
        if (!paths.contains(TagFiles.DECLARATION)) {
            throw new BagFault(TagFiles.DECLARATION, "the file that declares a bag", "nothing");
        }
        TagFiles tags = TagFiles.declared(folder);
        List<Manifest> manifests = Manifest.readAll(tags, rootFiles(paths), warnings);
        List<Manifest> payloadManifests =
                manifests.stream().filter(manifest -> !manifest.isTags()).toList();
        if (payloadManifests.isEmpty()) {
            throw new BagFault("manifest-ALGORITHM.txt", "at least one manifest of the payload", "none");
        }
        SortedSet<String> payload = new TreeSet<>(paths);
        payload.removeIf(path -> !path.startsWith(PAYLOAD));
        fetchList(tags, paths, payloadManifests);
        complete(tags.version(), payload, payloadManifests);
        compare(paths, manifests);
        bagInfo(tags, paths, payload);
        payload.stream().filter(BagCheck::isSystemFile).forEach(path -> warnings.add(path + ": a file of a system"));
        return new BagVerdict.Valid(
                tags.version().text(),
                payload.size(),
                payloadBytes(payload),
                payloadManifests.stream()
                        .map(manifest -> manifest.algorithm().tag())
                        .toList(),
                warnings.stream().limit(MAX_WARNINGS).toList());
    }

    private static List<String> rootFiles(SortedSet<String> paths) {
        return paths.stream().filter(path -> !path.contains("/")).toList();
    }

    private static boolean isSystemFile(String path) {
        return SYSTEM_FILES.contains(path.substring(path.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT));
    }

    private long payloadBytes(SortedSet<String> payload) {
        return payload.stream().mapToLong(path -> sizes.getOrDefault(path, 0L)).sum();
    }

    /** RFC 8493, 2.2.3: what is named there lies inside the payload and is listed; Suluh fetches nothing. */
    private void fetchList(TagFiles tags, SortedSet<String> paths, List<Manifest> manifests)
            throws IOException, BagFault {
        if (!paths.contains(FETCH)) {
            return;
        }
        for (String line : tags.lines(FETCH)) {
            Matcher parts = FETCH_LINE.matcher(line);
            if (line.isEmpty()) {
                continue;
            }
            if (!parts.matches()) {
                throw new BagFault(FETCH, "lines of address, length and path", "another form");
            }
            String path = BagPath.of(FETCH, parts.group(2), tags.version());
            if (!path.startsWith(PAYLOAD)
                    || manifests.stream()
                            .noneMatch(manifest -> manifest.digests().containsKey(path))) {
                throw new BagFault(FETCH, "paths of the payload that a manifest lists", path);
            }
            if (!paths.contains(path)) {
                throw new BagFault(
                        path, "the file that " + FETCH + " says lies elsewhere", "nothing: it was not fetched");
            }
        }
    }

    /** Each payload file is listed: by every manifest since RFC 8493, by one of them before. */
    private static void complete(BagVersion version, SortedSet<String> payload, List<Manifest> manifests)
            throws BagFault {
        Set<String> listedSomewhere = new HashSet<>();
        for (Manifest manifest : manifests) {
            Set<String> listed = new HashSet<>();
            manifest.digests().keySet().forEach(path -> listed.add(composed(path)));
            if (version.isRfc8493()) {
                eachListed(payload, listed, manifest.name());
            }
            listedSomewhere.addAll(listed);
        }
        eachListed(payload, listedSomewhere, "a manifest");
    }

    private static void eachListed(SortedSet<String> payload, Set<String> listed, String where) throws BagFault {
        for (String path : payload) {
            if (!listed.contains(composed(path))) {
                throw new BagFault(path, "a line in " + where, "none");
            }
        }
    }

    /** File systems write accents in two ways; a bag may have been copied from one to another (RFC 8493, 6.1.1). */
    private static String composed(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    private void compare(SortedSet<String> paths, List<Manifest> manifests) throws IOException, BagFault {
        SortedMap<String, Map<DigestAlgorithm, String>> expected = new TreeMap<>();
        Map<String, String> byComposed = new HashMap<>();
        paths.forEach(path -> byComposed.put(composed(path), path));
        for (Manifest manifest : manifests) {
            for (Map.Entry<String, String> line : manifest.digests().entrySet()) {
                String path = present(paths, byComposed, manifest, line.getKey());
                String before = expected.computeIfAbsent(path, ignored -> new EnumMap<>(DigestAlgorithm.class))
                        .put(manifest.algorithm(), line.getValue());
                if (before != null && !before.equals(line.getValue())) {
                    throw new BagFault(path, "one digest", "two different ones in " + manifest.name());
                }
            }
        }
        for (Map.Entry<String, Map<DigestAlgorithm, String>> file : expected.entrySet()) {
            compare(file.getKey(), file.getValue());
        }
    }

    private String present(SortedSet<String> paths, Map<String, String> byComposed, Manifest manifest, String listed)
            throws BagFault {
        if (paths.contains(listed)) {
            return listed;
        }
        String alike = byComposed.get(composed(listed));
        if (alike != null) {
            warnings.add(manifest.name() + ": " + alike + " is listed with its accents composed in another way");
            return alike;
        }
        boolean otherCase = paths.stream().anyMatch(path -> path.equalsIgnoreCase(listed));
        throw new BagFault(
                listed,
                "the file that " + manifest.name() + " lists",
                otherCase ? "only a file whose name differs in upper and lower case" : "nothing");
    }

    private void compare(String path, Map<DigestAlgorithm, String> expected) throws IOException, BagFault {
        Map<DigestAlgorithm, MessageDigest> digests = new EnumMap<>(DigestAlgorithm.class);
        expected.keySet().forEach(algorithm -> digests.put(algorithm, algorithm.start()));
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        try (InputStream in = folder.open(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (MessageDigest digest : digests.values()) {
                    digest.update(buffer, 0, read);
                }
                size += read;
            }
        }
        sizes.put(path, size);
        for (Map.Entry<DigestAlgorithm, MessageDigest> digest : digests.entrySet()) {
            String found = HexFormat.of().formatHex(digest.getValue().digest());
            if (!found.equals(expected.get(digest.getKey()))) {
                throw new BagFault(path, digest.getKey().tag() + " " + expected.get(digest.getKey()), found);
            }
        }
    }

    /** The sum that bag-info.txt may state (RFC 8493, 2.2.2) must be right. */
    private void bagInfo(TagFiles tags, SortedSet<String> paths, SortedSet<String> payload)
            throws IOException, BagFault {
        if (!paths.contains(BAG_INFO)) {
            return;
        }
        for (String line : tags.lines(BAG_INFO)) {
            Matcher oxum = OXUM.matcher(line);
            boolean isRight = !oxum.matches()
                    || (Long.parseLong(oxum.group(1)) == payloadBytes(payload)
                            && Long.parseLong(oxum.group(2)) == payload.size());
            if (!isRight) {
                throw new BagFault(BAG_INFO, line, payloadBytes(payload) + " bytes in " + payload.size() + " files");
            }
        }
    }
}
