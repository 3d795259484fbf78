package suluh.core.bag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payload or tag manifest: digest by path.
 *
 * @param name file name, such as {@code manifest-sha256.txt}
 * @param isTags true when it lists tag files
 * @param digests digest in lower-case hexadecimal by path
 */
record Manifest(String name, boolean isTags, DigestAlgorithm algorithm, SortedMap<String, String> digests) {
    private static final Pattern NAME = Pattern.compile("(tag)?manifest-([a-z0-9]+)\\.txt");
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]+)[ \\t]+(\\*?)(.+)");

    Manifest {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** True for the name of a manifest, also of one with a digest that is not known here. */
    static boolean isManifest(String name) {
        return NAME.matcher(name).matches();
    }

    /** Reads a manifest; what is permitted but odd is added to the warnings. */
    static Manifest read(TagFiles tags, String name, List<String> warnings) throws IOException, BagFault {
        Matcher named = NAME.matcher(name);
        if (!named.matches()) {
            throw new IllegalArgumentException("no name of a manifest");
        }
        DigestAlgorithm algorithm = DigestAlgorithm.of(named.group(2))
                .orElseThrow(() -> new BagFault(
                        name, "one of the digests md5, sha1, sha224, sha256, sha384, sha512", named.group(2)));
        boolean isTags = named.group(1) != null;
        SortedMap<String, String> digests = new TreeMap<>();
        List<String> lines = tags.lines(name);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                Map.Entry<String, String> entry = entry(tags.version(), name, i + 1, algorithm, lines.get(i), warnings);
                add(tags.version(), name, digests, entry, warnings);
            }
        }
        for (String path : digests.keySet()) {
            if (path.startsWith("data/") == isTags) {
                throw new BagFault(
                        name, isTags ? "tag files only" : "paths below data/ only", "a path of another kind");
            }
        }
        return new Manifest(name, isTags, algorithm, digests);
    }

    private static Map.Entry<String, String> entry(
            BagVersion version, String name, int number, DigestAlgorithm algorithm, String line, List<String> warnings)
            throws BagFault {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || parts.group(1).length() != algorithm.hexChars()) {
            throw new BagFault(
                    name + ", line " + number,
                    "a " + algorithm.tag() + " digest, white space and a path",
                    "another form");
        }
        if (!parts.group(2).isEmpty()) {
            warnings.add(name + ", line " + number + ": an asterisk before the path, as md5sum writes it");
        }
        if (parts.group(3).startsWith("./")) {
            warnings.add(name + ", line " + number + ": a path that begins with ./");
        }
        return Map.entry(
                BagPath.of(name + ", line " + number, parts.group(3), version),
                parts.group(1).toLowerCase(Locale.ROOT));
    }

    private static void add(
            BagVersion version,
            String name,
            SortedMap<String, String> digests,
            Map.Entry<String, String> entry,
            List<String> warnings)
            throws BagFault {
        String before = digests.put(entry.getKey(), entry.getValue());
        if (before == null) {
            return;
        }
        if (version.isRfc8493() || !before.equals(entry.getValue())) {
            throw new BagFault(name, "each path once", entry.getKey() + " twice");
        }
        warnings.add(name + ": " + entry.getKey() + " stands twice with the same digest");
    }

    /** The manifests among these names, payload's first. */
    static List<Manifest> readAll(TagFiles tags, Iterable<String> names, List<String> warnings)
            throws IOException, BagFault {
        List<Manifest> manifests = new ArrayList<>();
        for (String name : names) {
            if (isManifest(name)) {
                manifests.add(read(tags, name, warnings));
            }
        }
        return manifests;
    }
}
