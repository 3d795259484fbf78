package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.exports.Neighbours;

/** The items of one input as each other's neighbours, by the names they were received under. Immutable when used. */
final class HandedIn implements Neighbours {
    /** Opens the bytes of an item. */
    interface Opener {
        InputStream open() throws IOException;
    }

    private final Map<String, Opener> items = new HashMap<>();

    void add(String name, Opener opener) {
        items.put(name, opener);
    }

    @Override
    public boolean areKnown() {
        return true;
    }

    @Override
    public boolean has(String fullPath) {
        return items.containsKey(fullPath);
    }

    @Override
    public Optional<InputStream> open(String fullPath) throws IOException {
        @Nullable Opener opener = items.get(fullPath);
        return opener == null ? Optional.empty() : Optional.of(opener.open());
    }
}
