package suluh.app.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Finds the glyphs of a run of Tamil letters in the order in which they are drawn.
 *
 * <p>Vowel signs of two parts are split, those that stand before their consonant are put there (Unicode 16, 12.6), and the
 * font's ligatures are taken: {@code akhn} first, then {@code abvs}, {@code haln} and {@code psts} in the order of its table
 * (OpenType 1.9, GSUB lookups of type 4). Departure: alternates by context are not taken, so that a vowel sign may be
 * narrower than it could be. What would need a mark set by its anchor is not shaped at all. Immutable.
 */
final class TamilShaper {
    private static final int LIGATURES = 4;
    private static final int VIRAMA = 0x0BCD;
    private static final int KA = 0x0B95;
    private static final int SSA = 0x0BB7;
    private static final int FIRST_CONSONANT = 0x0B95;
    private static final int LAST_CONSONANT = 0x0BB9;
    private static final Set<Integer> BEFORE_CONSONANT = Set.of(0x0BC6, 0x0BC7, 0x0BC8);
    /** Vowel signs of two parts, which stand on both sides. */
    private static final Map<Integer, List<Integer>> PARTS = Map.of(
            0x0BCA, List.of(0x0BC6, 0x0BBE),
            0x0BCB, List.of(0x0BC7, 0x0BBE),
            0x0BCC, List.of(0x0BC6, 0x0BD7));

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final List<Map<Integer, List<Ligature>>> lookups;

    /** A glyph that stands for a first one and those after it. */
    private record Ligature(List<Integer> rest, int glyph) {}

    TamilShaper(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.lookups =
                lookups(ByteBuffer.wrap(font.getTableBytes(font.getTableMap().get("GSUB"))));
    }

    /** The glyphs, or nothing when the run cannot be drawn as it should look. */
    Optional<List<Integer>> glyphs(String run) throws IOException {
        List<Integer> shaped = new ArrayList<>();
        for (int codePoint : ordered(run)) {
            int glyph = glyphs.getGlyphId(codePoint);
            if (glyph <= 0) {
                return Optional.empty();
            }
            shaped.add(glyph);
        }
        for (Map<Integer, List<Ligature>> lookup : lookups) {
            shaped = joined(shaped, lookup);
        }
        for (int glyph : shaped) {
            if (font.getAdvanceWidth(glyph) == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(shaped);
    }

    private static List<Integer> ordered(String run) {
        List<Integer> ordered = new ArrayList<>();
        for (int codePoint :
                Normalizer.normalize(run, Normalizer.Form.NFC).codePoints().toArray()) {
            for (int part : PARTS.getOrDefault(codePoint, List.of(codePoint))) {
                if (BEFORE_CONSONANT.contains(part)) {
                    ordered.add(start(ordered), part);
                } else {
                    ordered.add(part);
                }
            }
        }
        return ordered;
    }

    /** Where the consonant begins that was added last; ka, virama and ssa are one. */
    private static int start(List<Integer> ordered) {
        int last = ordered.size() - 1;
        if (last < 0 || ordered.get(last) < FIRST_CONSONANT || ordered.get(last) > LAST_CONSONANT) {
            return ordered.size();
        }
        boolean isJoined =
                last >= 2 && ordered.get(last) == SSA && ordered.get(last - 1) == VIRAMA && ordered.get(last - 2) == KA;
        return isJoined ? last - 2 : last;
    }

    private static List<Integer> joined(List<Integer> glyphs, Map<Integer, List<Ligature>> lookup) {
        List<Integer> joined = new ArrayList<>();
        int at = 0;
        while (at < glyphs.size()) {
            int next = at + 1;
            int glyph = glyphs.get(at);
            for (Ligature ligature : lookup.getOrDefault(glyph, List.of())) {
                int end = at + 1 + ligature.rest().size();
                if (end <= glyphs.size() && glyphs.subList(at + 1, end).equals(ligature.rest())) {
                    glyph = ligature.glyph();
                    next = end;
                    break;
                }
            }
            joined.add(glyph);
            at = next;
        }
        return joined;
    }

    /** The ligature lookups of the features in the order in which they are applied. */
    private static List<Map<Integer, List<Ligature>>> lookups(ByteBuffer gsub) {
        Set<Integer> first = new LinkedHashSet<>();
        Set<Integer> later = new java.util.TreeSet<>();
        int features = u16(gsub, 6);
        for (int i = 0; i < u16(gsub, features); i++) {
            int record = features + 2 + 6 * i;
            byte[] tag = new byte[4];
            gsub.get(record, tag);
            Set<Integer> wanted = switch (new String(tag, java.nio.charset.StandardCharsets.US_ASCII)) {
                case "akhn" -> first;
                case "abvs", "haln", "psts" -> later;
                default -> new LinkedHashSet<>();
            };
            int feature = features + u16(gsub, record + 4);
            for (int k = 0; k < u16(gsub, feature + 2); k++) {
                wanted.add(u16(gsub, feature + 4 + 2 * k));
            }
        }
        first.addAll(later);
        List<Map<Integer, List<Ligature>>> lookups = new ArrayList<>();
        int list = u16(gsub, 8);
        for (int number : first) {
            int lookup = list + u16(gsub, list + 2 + 2 * number);
            if (u16(gsub, lookup) == LIGATURES) {
                lookups.add(ligatures(gsub, lookup));
            }
        }
        return lookups;
    }

    private static Map<Integer, List<Ligature>> ligatures(ByteBuffer gsub, int lookup) {
        Map<Integer, List<Ligature>> ligatures = new HashMap<>();
        for (int s = 0; s < u16(gsub, lookup + 4); s++) {
            int table = lookup + u16(gsub, lookup + 6 + 2 * s);
            List<Integer> covered = covered(gsub, table + u16(gsub, table + 2));
            for (int i = 0; i < covered.size(); i++) {
                int set = table + u16(gsub, table + 6 + 2 * i);
                List<Ligature> own = ligatures.computeIfAbsent(covered.get(i), ignored -> new ArrayList<>());
                for (int k = 0; k < u16(gsub, set); k++) {
                    int ligature = set + u16(gsub, set + 2 + 2 * k);
                    List<Integer> rest = new ArrayList<>();
                    for (int c = 1; c < u16(gsub, ligature + 2); c++) {
                        rest.add(u16(gsub, ligature + 2 + 2 * c));
                    }
                    own.add(new Ligature(rest, u16(gsub, ligature)));
                }
            }
        }
        return ligatures;
    }

    private static List<Integer> covered(ByteBuffer gsub, int coverage) {
        List<Integer> covered = new ArrayList<>();
        boolean isList = u16(gsub, coverage) == 1;
        for (int i = 0; i < u16(gsub, coverage + 2); i++) {
            int at = coverage + 4 + (isList ? 2 : 6) * i;
            int end = isList ? u16(gsub, at) : u16(gsub, at + 2);
            for (int glyph = u16(gsub, at); glyph <= end; glyph++) {
                covered.add(glyph);
            }
        }
        return covered;
    }

    private static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
