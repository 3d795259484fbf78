package suluh.core.identity.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.core.identity.field.FieldType;

/** Different comparable forms of one type of field, numbered from 1; 0 is the missing value. */
final class Vocabulary {
    private final FieldType type;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    Vocabulary(FieldType type) {
        this.type = type;
        values.add("");
    }

    FieldType type() {
        return type;
    }

    int size() {
        return values.size();
    }

    /** The form of this number; empty for 0. */
    String value(int id) {
        return values.get(id);
    }

    /** Number of a raw text, a new one when its form is new. */
    int intern(String raw) {
        String form = type.normalise(raw);
        if (form.isEmpty()) {
            return 0;
        }
        Integer known = ids.get(form);
        if (known != null) {
            return known;
        }
        ids.put(form, values.size());
        values.add(form);
        return values.size() - 1;
    }

    /** Number of a form that is known, or null. */
    @Nullable
    Integer idOf(String form) {
        return ids.get(form);
    }
}
