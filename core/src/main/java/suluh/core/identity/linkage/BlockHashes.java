package suluh.core.identity.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import suluh.core.identity.field.BlockForm;
import suluh.core.identity.field.FieldType;

/** Hashes of the blocking parts of each value, computed once for each different value; 0 where there is none. */
final class BlockHashes {
    private record Place(FieldType type, BlockForm form) {}

    private static final int[] NONE = {};

    private final Map<Place, int[]> byPlace = new HashMap<>();
    private final RecordTable table;

    BlockHashes(RecordTable table) {
        this.table = table;
    }

    /** These hashes for a table whose vocabularies have grown; only the new values are hashed. */
    BlockHashes extended(RecordTable grown) {
        BlockHashes hashes = new BlockHashes(grown);
        for (int column = 0; column < grown.columnCount(); column++) {
            Vocabulary vocabulary = grown.vocabulary(column);
            for (BlockForm form : BlockForm.values()) {
                Place place = new Place(vocabulary.type(), form);
                int[] known = byPlace.get(place);
                if (known != null) {
                    hashes.byPlace.put(place, hashes(vocabulary, form, known));
                }
            }
        }
        return hashes;
    }

    /** Hash by number of value. */
    int[] of(int column, BlockForm form) {
        Vocabulary vocabulary = table.vocabulary(column);
        return byPlace.computeIfAbsent(new Place(vocabulary.type(), form), place -> hashes(vocabulary, form, NONE));
    }

    private static int[] hashes(Vocabulary vocabulary, BlockForm form, int[] known) {
        int[] hashes = Arrays.copyOf(known, vocabulary.size());
        for (int value = known.length; value < hashes.length; value++) {
            String part = value == 0 ? "" : form.of(vocabulary.type(), vocabulary.value(value));
            if (!part.isEmpty()) {
                int hash = (int) (Mixing.hash(part) >>> 32);
                hashes[value] = hash == 0 ? 1 : hash;
            }
        }
        return hashes;
    }

    /** Share of the records with a value in the column that have this part of it. */
    double share(int column, BlockForm form) {
        int[] ofValue = of(column, form);
        int[] counts = table.counts(column);
        double having = 0;
        for (int value = 1; value < counts.length; value++) {
            having += ofValue[value] == 0 ? 0 : counts[value];
        }
        return having / Math.max(1, table.size() - table.missing(column));
    }

    /** The key's hash of each record named, 0 where a part is missing. */
    int[] hashes(BlockKey key, int[] records) {
        int[] hashes = new int[records.length];
        Arrays.fill(hashes, 1);
        for (BlockKey.Part part : key.parts()) {
            int[] ofValue = of(part.column(), part.form());
            int[] values = table.column(part.column());
            for (int i = 0; i < records.length; i++) {
                int hash = ofValue[values[records[i]]];
                hashes[i] = hashes[i] == 0 || hash == 0 ? 0 : combined(hashes[i], hash);
            }
        }
        return hashes;
    }

    private static int combined(int left, int right) {
        int hash = (int) (Mixing.mix(((long) left << 32) ^ (right & 0xFFFFFFFFL)) >>> 32);
        return hash == 0 ? 1 : hash;
    }
}
