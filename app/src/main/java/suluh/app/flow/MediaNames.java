package suluh.app.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the media file that a message names.
 *
 * <p>An export writes the name as seen from its own top folder, or from the folder of the message's file. So the name is
 * looked for in that folder, then in each folder around it; the nearest one wins. Exports that were cut into several
 * archives name files of another part: failing all folders, a name with at least one folder in it that ends the path of
 * exactly one media file means that file. Anything else stays unnamed: reported, never guessed.
 */
final class MediaNames {
    private final Map<String, Integer> byPath = new HashMap<>();
    /** Places of the files with this last part of their path. */
    private final Map<String, List<Integer>> byLastPart = new HashMap<>();

    private final List<String> paths = new ArrayList<>();

    /** Adds a media file; its place is the number of files added before. */
    void add(String itemName, String path) {
        String whole = whole(itemName, path);
        byPath.putIfAbsent(whole, paths.size());
        byLastPart
                .computeIfAbsent(whole.substring(whole.lastIndexOf('/') + 1), ignored -> new ArrayList<>())
                .add(paths.size());
        paths.add(whole);
    }

    /** Place of the file that a message in this file means by this name. */
    Optional<Integer> find(String itemName, String path, String name) {
        String plain = plain(name);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String folder = whole(itemName, path);
        while (!folder.isEmpty()) {
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
            Integer place = byPath.get(folder.isEmpty() ? plain : folder + "/" + plain);
            if (place != null) {
                return Optional.of(place);
            }
        }
        return plain.contains("/") ? onlyOneEndingWith(plain) : Optional.empty();
    }

    private Optional<Integer> onlyOneEndingWith(String name) {
        List<Integer> ending = byLastPart.getOrDefault(name.substring(name.lastIndexOf('/') + 1), List.of()).stream()
                .filter(place -> paths.get(place).endsWith("/" + name))
                .limit(2)
                .toList();
        return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
    }

    private static String whole(String itemName, String path) {
        return path.isEmpty() ? itemName : itemName + "/" + path.replace("!/", "/");
    }

    private static String plain(String name) {
        String plain = name.replace('\\', '/');
        while (plain.startsWith("./") || plain.startsWith("/")) {
            plain = plain.substring(plain.indexOf('/') + 1);
        }
        return plain;
    }
}
