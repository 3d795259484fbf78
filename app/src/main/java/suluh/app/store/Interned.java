package suluh.app.store;

import java.util.HashMap;
import java.util.Map;

/** Numbers for texts, from 1 in the order of first use; memory grows with the number of different texts. */
final class Interned {
    private final Map<String, Integer> ids = new HashMap<>();
    private int last;

    /** Takes in a text that has a number already; in the order of the numbers. */
    void known(String text, int id) {
        ids.putIfAbsent(text, id);
        last = id;
    }

    /** Gives no number up to this one any more. */
    void reached(int number) {
        last = Math.max(last, number);
    }

    /** The number of this text; negative when it was new. */
    int id(String text) {
        Integer known = ids.get(text);
        if (known != null) {
            return known;
        }
        last++;
        ids.put(text, last);
        return -last;
    }
}
