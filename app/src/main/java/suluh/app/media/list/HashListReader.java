package suluh.app.media.list;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import suluh.app.media.MediaCode;
import suluh.core.kernel.Outcome;
import tools.jackson.core.JacksonException;

/** Reads a list of hashes in any of the formats of docs/formats/hash-lists.md, which it tells by their first bytes. */
public final class HashListReader {
    private static final int BUFFER_BYTES = 1 << 18;
    private static final int SNIFFED_BYTES = 512;

    private HashListReader() {}

    /**
     * What the list holds; refused when it is no such list or holds no hash.
     *
     * @param progress told the number of records from time to time
     */
    public static Outcome<HashListContent> read(InputStream in, LongConsumer progress) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER_BYTES);
        buffered.mark(SNIFFED_BYTES);
        byte[] head = buffered.readNBytes(SNIFFED_BYTES);
        buffered.reset();
        HashListContent content = new HashListContent();
        if (isJson(head)) {
            try {
                JsonHashList.read(buffered, content, progress);
            } catch (JacksonException e) {
                return Outcome.refused(
                        MediaCode.LIST_UNREADABLE,
                        "The list is no whole JSON after record " + content.records() + ": " + e.getOriginalMessage()
                                + ". Nothing of it was taken; ask for it again.");
            }
        } else {
            new TextHashList(content, progress).read(buffered);
        }
        if (content.counts().isEmpty()) {
            return Outcome.refused(
                    MediaCode.LIST_WITHOUT_HASHES,
                    "None of " + content.records()
                            + " records of the list holds a hash; expected MD5, SHA-1, SHA-256 or "
                            + "PDQ in one of the formats of docs/formats/hash-lists.md.");
        }
        return Outcome.done(content);
    }

    private static boolean isJson(byte[] head) {
        int at = head.length >= 3 && (head[0] & 0xFF) == 0xEF ? 3 : 0;
        while (at < head.length && head[at] <= ' ' && head[at] > 0) {
            at++;
        }
        return at < head.length && (head[at] == '{' || head[at] == '[');
    }
}
