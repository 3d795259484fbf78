package suluh.exports.text;

/** Tells whether bytes are UTF-8 in its strict form (Unicode 16, table 3-7): shortest, and without surrogates. */
final class Utf8 {
    private Utf8() {}

    /** True when the first {@code length} bytes are whole characters; linear, makes nothing. */
    static boolean isValid(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            int more = following(bytes[at] & 0xFF);
            if (more < 0 || at + more >= length || (more > 0 && !isSecond(bytes[at] & 0xFF, bytes[at + 1] & 0xFF))) {
                return false;
            }
            for (int i = 2; i <= more; i++) {
                if ((bytes[at + i] & 0xC0) != 0x80) {
                    return false;
                }
            }
            at += more + 1;
        }
        return true;
    }

    /** Bytes that follow a first byte; -1 for one that begins nothing. */
    private static int following(int first) {
        if (first < 0x80) {
            return 0;
        }
        if (first < 0xC2 || first > 0xF4) {
            return -1;
        }
        return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    }

    private static boolean isSecond(int first, int second) {
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }
}
