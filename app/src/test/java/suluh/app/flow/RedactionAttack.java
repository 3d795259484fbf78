package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What somebody would try who wants to know who is behind a redacted bundle: looks for names in every file and file name,
 * as written and transformed, and for their digests.
 */
final class RedactionAttack {
    /** A shorter name is found in any text of ours by chance. */
    private static final int MIN_CHARS = 5;

    private static final int DIGEST_CHARS = 32;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{32,}");
    /** Needles beyond are left out: each is looked for in every file. */
    private static final int MAX_NEEDLES = 60;

    private final List<Haystack> haystacks = new ArrayList<>();
    private int searched;

    /** A file as it is, in lower case, and with letters and digits only. */
    private record Haystack(String path, String text, String lower, String squeezed, Set<String> digests) {}

    RedactionAttack(Path bundle) throws IOException {
        StringBuilder names = new StringBuilder();
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = bundle.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                names.append(path).append('\n');
                add(path, new String(bytes, StandardCharsets.UTF_8));
                if (path.endsWith(".pdf")) {
                    addPages(path, bytes);
                }
            }
        }
        add("file names", names.toString());
    }

    /** The text layer, and every object of the document with its streams unpacked. */
    private void addPages(String path, byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            add(path + " (text)", new PDFTextStripper().getText(document));
            StringBuilder objects = new StringBuilder();
            for (var key : document.getDocument().getXrefTable().keySet()) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                words(object, objects);
                if (object instanceof COSStream stream) {
                    objects.append(stream.toTextString()).append('\n');
                }
            }
            assertThat(objects).as("something was unpacked of " + path).hasSizeGreaterThan(10_000);
            add(path + " (objects)", objects.toString());
        }
    }

    /** Names and strings of an object; others that it refers to are met on their own. */
    private static void words(COSBase object, StringBuilder out) {
        switch (object) {
            case COSString string -> out.append(string.getString()).append('\n');
            case COSName name -> out.append(name.getName()).append('\n');
            case COSArray array -> array.forEach(one -> inside(one, out));
            case COSDictionary dictionary -> dictionary.getValues().forEach(one -> inside(one, out));
            default -> {}
        }
    }

    private static void inside(COSBase value, StringBuilder out) {
        if (!(value instanceof COSObject)) {
            words(value, out);
        }
    }

    private void add(String path, String text) {
        String plain = unescaped(text);
        haystacks.add(new Haystack(path, plain, plain.toLowerCase(Locale.ROOT), squeezed(plain), digests(plain)));
    }

    /** How every run of hexadecimal digits begins that is long enough for a digest. */
    private static Set<String> digests(String text) {
        Set<String> digests = new HashSet<>();
        Matcher runs = HEXADECIMAL.matcher(text.toLowerCase(Locale.ROOT));
        while (runs.find()) {
            digests.add(runs.group().substring(0, DIGEST_CHARS));
        }
        return digests;
    }

    /** Needles tried. */
    int searched() {
        return searched;
    }

    /** What was found: the needle's form and the file. */
    List<String> find(List<String> names) {
        List<String> found = new ArrayList<>();
        Set<String> needles = new LinkedHashSet<>();
        for (String name : names) {
            String rest = name.substring(name.indexOf(':') + 1);
            needles.add(
                    rest.startsWith("~")
                            ? rest.substring(1, rest.contains("@") ? rest.indexOf('@') : rest.length())
                            : rest);
        }
        needles.removeIf(needle -> squeezed(needle).length() < MIN_CHARS);
        for (String needle : needles.stream().limit(MAX_NEEDLES).toList()) {
            searched++;
            for (Haystack haystack : haystacks) {
                find(needle, haystack, found);
            }
        }
        return found;
    }

    private static void find(String needle, Haystack haystack, List<String> found) {
        if (haystack.lower().contains(needle.toLowerCase(Locale.ROOT))) {
            found.add("as written: " + needle + " in " + haystack.path());
        }
        if (haystack.squeezed().contains(squeezed(needle)) && !isHex(squeezed(needle))) {
            found.add("without separators: " + needle + " in " + haystack.path());
        }
        String base64 = Base64.getEncoder().encodeToString(needle.getBytes(StandardCharsets.UTF_8));
        if (haystack.text().contains(base64.substring(0, base64.length() - base64.length() % 4 - 4))
                && base64.length() > 8) {
            found.add("base64: " + needle + " in " + haystack.path());
        }
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
            for (String form : List.of(needle, needle.toLowerCase(Locale.ROOT), squeezed(needle))) {
                if (haystack.digests().contains(digest(algorithm, form).substring(0, DIGEST_CHARS))) {
                    found.add(algorithm + ": " + needle + " in " + haystack.path());
                }
            }
        }
        if (haystack.lower().contains(HexFormat.of().formatHex(needle.getBytes(StandardCharsets.UTF_8)))) {
            found.add("hexadecimal: " + needle + " in " + haystack.path());
        }
    }

    /** Only these are found in digests by chance. */
    private static boolean isHex(String text) {
        return text.length() < 9 && text.matches("[0-9a-f]+");
    }

    private static String squeezed(String text) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static String unescaped(String text) {
        return text.replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("\\\"", "\"");
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
