package suluh.exports.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import suluh.exports.BytesFile;
import suluh.exports.GoldenCase;
import suluh.exports.archive.Zips;

/** One target for each reader: names that its files have, and sound files to begin with. */
final class FuzzTargets {
    private FuzzTargets() {}

    /**
     * A target.
     *
     * @param name short name, also of its folder of findings
     * @param fileNames names under which bytes are read; an input's first byte chooses one
     * @param seeds sound files, each behind the byte that chooses its name
     */
    record Target(String name, List<String> fileNames, List<byte[]> seeds) {
        private void add(String fileName, byte[] bytes) {
            if (!fileNames.contains(fileName)) {
                fileNames.add(fileName);
            }
            byte[] seed = new byte[bytes.length + 1];
            seed[0] = (byte) fileNames.indexOf(fileName);
            System.arraycopy(bytes, 0, seed, 1, bytes.length);
            seeds.add(seed);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Every format of the golden samples, archives, and tables by a mapping. */
    static List<Target> all() {
        Map<String, Target> targets = new TreeMap<>(Comparator.naturalOrder());
        for (GoldenCase golden : GoldenCase.all()) {
            String format =
                    String.valueOf(golden.folder().getName(golden.folder().getNameCount() - 2));
            for (BytesFile file : golden.files()) {
                target(targets, format).add(file.itemName(), file.bytes());
            }
        }
        BytesFile zip = Zips.of("export.zip", GoldenCase.all().getFirst().files());
        target(targets, "zip").add("export.zip", zip.bytes());
        target(targets, "zip")
                .add("export.wacz", Zips.of("inner.zip", List.of(zip)).bytes());
        Target mapped = target(targets, "mapped");
        mapped.add("mapped.csv", utf8("when,who,text\n2024-01-01T00:00:00,A,\"a \"\"b\"\"\"\n"));
        mapped.add("mapped.json", utf8("[{\"when\":\"2024-01-01\",\"who\":\"A\",\"text\":\"b\"}]"));
        mapped.add("mapped.jsonl", utf8("{\"when\":\"2024-01-01\",\"who\":\"A\",\"text\":\"b\"}\n"));
        return List.copyOf(targets.values());
    }

    private static Target target(Map<String, Target> targets, String name) {
        return targets.computeIfAbsent(name, key -> new Target(key, new ArrayList<>(), new ArrayList<>()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
