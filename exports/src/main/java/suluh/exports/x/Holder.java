package suluh.exports.x;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Platform;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import tools.jackson.core.JacksonException;

/** Finds whose archive a file belongs to: most files say nothing of it, {@code account.js} beside them does. */
final class Holder {
    /** The two files are a few hundred bytes; a larger one is none of them. */
    private static final int MAX_BYTES = 1 << 20;

    private Holder() {}

    /**
     * The holder, or empty when neither {@code account.js} nor {@code manifest.js} stands beside the file and says so.
     */
    static Optional<AccountRef> of(ExportFile file) throws IOException {
        Neighbours neighbours = file.neighbours();
        for (List<String> way : List.of(
                List.of("account.js", "account", "accountId", "username"),
                List.of("manifest.js", "userInfo", "accountId", "userName"))) {
            Optional<InputStream> found = neighbours.open(Neighbours.beside(file, way.getFirst()));
            if (found.isPresent()) {
                try (InputStream in = found.get()) {
                    Optional<AccountRef> holder = holder(in.readNBytes(MAX_BYTES), way);
                    if (holder.isPresent()) {
                        return holder;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<AccountRef> holder(byte[] bytes, List<String> way) throws IOException {
        Optional<ScriptHead> head = ScriptHead.of(bytes);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        try (JsonCursor json = head.get().open(new ByteArrayInputStream(bytes))) {
            json.next();
            JsonTree root = JsonTree.read(json, () -> {});
            JsonTree first = root.elements().isEmpty() ? root : root.elements().getFirst();
            String id = first.textAt(way.get(1), way.get(2));
            String name = first.textAt(way.get(1), way.get(3));
            return id == null ? Optional.empty() : Optional.of(AccountRef.identified(Platform.X, id, name));
        } catch (JacksonException e) {
            // Damage of that file is told when it is read itself; here it names nobody.
            return Optional.empty();
        }
    }
}
