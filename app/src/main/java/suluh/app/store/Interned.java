package suluh.app.store;

import java.util.HashMap;
import java.util.Map;

/** Numbers for texts, from 1 in the order of first use; memory grows with the number of different texts. */
final class Interned {
    private final Map<String, Integer> ids = new HashMap<>();

    /** The number of this text; negative when it was new. */
    int id(String text) {
        Integer known = ids.get(text);
        if (known != null) {
            return known;
        }
        int fresh = ids.size() + 1;
        ids.put(text, fresh);
        return -fresh;
    }
}
