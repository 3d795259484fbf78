package suluh.exports.discord;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Platform;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import tools.jackson.core.JacksonException;

/** Finds whose package a file of messages belongs to: only {@code user.json} says so. */
final class PackageOwner {
    /** The file holds settings and activity too. */
    private static final int MAX_BYTES = 16 << 20;
    /** Spelling of the folder changed in 2024. */
    private static final List<String> PLACES = List.of("../../account/user.json", "../../Account/user.json");

    private PackageOwner() {}

    /** The owner of the package that a file two folders down belongs to; empty when nobody is named. */
    static Optional<AccountRef> of(ExportFile file) throws IOException {
        for (String place : PLACES) {
            Optional<InputStream> found = file.neighbours().open(Neighbours.beside(file, place));
            if (found.isEmpty()) {
                continue;
            }
            try (InputStream in = found.get();
                    JsonCursor json = JsonCursor.of(new ByteArrayInputStream(in.readNBytes(MAX_BYTES)))) {
                return owner(json);
            } catch (JacksonException e) {
                // Its damage is told by its own reading; what stood before it may still name the owner.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<AccountRef> owner(JsonCursor json) throws IOException {
        String id = null;
        String name = null;
        json.next();
        if (!json.atObject()) {
            return Optional.empty();
        }
        while (json.nextKey() && (id == null || name == null)) {
            String key = json.key();
            json.next();
            switch (key) {
                case "id" -> id = json.textOrNull();
                case "username" -> name = json.textOrNull();
                default -> json.skip();
            }
        }
        return account(id, name);
    }

    static Optional<AccountRef> account(@Nullable String id, @Nullable String name) {
        return id == null || id.isEmpty()
                ? Optional.empty()
                : Optional.of(AccountRef.identified(Platform.DISCORD, id, name));
    }

    /** Text at a key of a tree, for callers that hold a whole user. */
    static Optional<AccountRef> of(JsonTree user) {
        return account(user.textAt("id"), user.textAt("username"));
    }
}
