package suluh.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes conversations of two, of messages of about the length that people write. */
final class MadeChat {
    private static final List<String> TEXTS = List.of(
            "ok",
            "where are you now? I am still at school until four",
            "see you tomorrow then, bring the red kite",
            "nanti kita pergi padang selepas hujan berhenti, jangan lupa bawa tali layang yang panjang itu");

    /** Newest messages come first in a thread. */
    private static final long NEWEST_MILLIS = 1_700_000_000_000L;

    private MadeChat() {}

    /** A Messenger thread of so many messages. */
    static void thread(Path file, long messages) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"participants\":[{\"name\":\"Omar\"},{\"name\":\"Puteri\"}],\"messages\":[");
            for (long i = 0; i < messages; i++) {
                message(out, i);
            }
            out.write("],\"title\":\"Puteri\",\"is_still_participant\":true,\"thread_path\":\"inbox/a_1\"}");
        }
    }

    private static void message(Writer out, long number) throws IOException {
        out.write(number == 0 ? "" : ",");
        out.write("{\"sender_name\":\"" + sender(number) + "\",\"timestamp_ms\":" + (NEWEST_MILLIS - number * 16_100L)
                + ",\"content\":\"" + text(number) + "\",\"is_geoblocked_for_viewer\":false");
        if (number % 7 == 0) {
            out.write(",\"reactions\":[{\"reaction\":\"\\u00e2\\u009d\\u00a4\",\"actor\":\"Omar\"}]");
        }
        out.write("}");
    }

    /** A WhatsApp chat of so many messages, as Android exports it. */
    static void text(Path file, long messages) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long i = 0; i < messages; i++) {
                long minute = i / 4;
                out.write(String.format(
                        Locale.ROOT,
                        "%02d/%02d/%04d, %02d:%02d - %s: %s%n",
                        1 + minute / 1_440 % 28,
                        1 + minute / 40_320 % 12,
                        2015 + minute / 483_840,
                        minute / 60 % 24,
                        minute % 60,
                        sender(i),
                        text(i)));
            }
        }
    }

    private static String sender(long number) {
        return number % 3 == 0 ? "Omar" : "Puteri";
    }

    private static String text(long number) {
        return TEXTS.get((int) (number % TEXTS.size()));
    }
}
