package suluh.core.conversation.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import suluh.core.canon.JsonObject;

/**
 * How many of the lines that labels mark as cues were read as cues, and which looks were late for want of them.
 *
 * <p>A look is late when it comes after the third cue or never. Late though its first three cues were read says that the
 * weights are at fault; any other late look says that words were not recognised. Not thread-safe.
 */
public final class CueCoverage {
    private static final int THIRD = 3;

    private final Map<String, Counts> languages = new TreeMap<>();

    private static final class Counts {
        private long marked;
        private long read;
        private long late;
        private long lateThoughRead;
    }

    /**
     * Takes a conversation that needs a look.
     *
     * @param read for each line marked as a cue, in order, whether a cue was found in it
     * @param cuesToLook cues up to and with the first look; 0 when there was none
     */
    public void add(String language, List<Boolean> read, long cuesToLook) {
        Counts counts = languages.computeIfAbsent(language, ignored -> new Counts());
        counts.marked += read.size();
        counts.read += read.stream().filter(isRead -> isRead).count();
        if (cuesToLook == 0 || cuesToLook > THIRD) {
            counts.late++;
            counts.lateThoughRead += read.stream().limit(THIRD).allMatch(isRead -> isRead) ? 1 : 0;
        }
    }

    /** True when no conversation was taken. */
    public boolean isEmpty() {
        return languages.isEmpty();
    }

    /** The counts of each language, by its name. */
    public JsonObject report() {
        JsonObject.Builder report = JsonObject.builder();
        languages.forEach((language, counts) -> report.put(
                language,
                JsonObject.builder()
                        .put("marked", counts.marked)
                        .put("read", counts.read)
                        .put("lateLooks", counts.late)
                        .put("lateThoughRead", counts.lateThoughRead)
                        .build()));
        return report.build();
    }
}
