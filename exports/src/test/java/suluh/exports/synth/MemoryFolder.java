package suluh.exports.synth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Output folder of a test; holds what was written. */
final class MemoryFolder implements OutputFolder {
    private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

    static MemoryFolder probe(long seed, long messages) throws IOException {
        return probe(seed, messages, Noise.NONE);
    }

    static MemoryFolder probe(long seed, long messages, Noise noise) throws IOException {
        MemoryFolder folder = new MemoryFolder();
        SyntheticProbe.write(seed, messages, noise, folder);
        return folder;
    }

    @Override
    public OutputStream create(String relativePath) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (files.put(relativePath, out) != null) {
            throw new IllegalStateException("written twice: " + relativePath);
        }
        return out;
    }

    int fileCount() {
        return files.size();
    }

    /** Texts by path, with {@code !/} between a zip and what is in it. */
    Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, ByteArrayOutputStream> file : files.entrySet()) {
            byte[] bytes = file.getValue().toByteArray();
            if (!file.getKey().endsWith(".zip")) {
                texts.put(file.getKey(), new String(bytes, StandardCharsets.UTF_8));
                continue;
            }
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    texts.put(file.getKey() + "!/" + entry.getName(), text);
                }
            }
        }
        return texts;
    }

    String text(String path) throws IOException {
        String text = texts().get(path);
        if (text == null) {
            throw new IllegalArgumentException("not written: " + path);
        }
        return text;
    }

    /** SHA-256 over names and bytes of all files, in the order of names. */
    String digest() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        files.forEach((path, bytes) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes.toByteArray());
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
