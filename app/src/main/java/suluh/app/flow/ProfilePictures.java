package suluh.app.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.app.media.Decoding;
import suluh.app.store.MediaContent;
import suluh.app.store.MediaFile;
import suluh.app.store.TraitStore.Statement;
import suluh.core.identity.account.AccountComparison;
import suluh.core.identity.account.PictureForm;
import suluh.core.image.NearCopies;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqIndex;
import suluh.core.image.Turn;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.SourcePointer;

/**
 * Profile pictures of a case: which sealed file each record names, and how far two pictures are apart.
 *
 * <p>A picture is compared when its file was handed in, could be decoded, and has enough in it to be told from others (PDQ
 * quality): a plain colour or a letter that a service gives to everybody says nothing. The distance is the least over the
 * turns, since a copyist may mirror a picture.
 */
final class ProfilePictures implements AccountComparison.PictureDistance {
    /** Characters of a digest that name the group of its near copies. */
    private static final int GROUP_DIGITS = 16;

    private final MediaNames names = new MediaNames();
    private final List<Integer> contentOfPlace = new ArrayList<>();
    private final Map<EvidenceId, String> itemNames = new HashMap<>();
    private final Map<String, Map<Turn, PdqHash>> hashes = new HashMap<>();
    private final Map<Integer, String> forms = new HashMap<>();

    /** @param statements records that name a profile picture; their value is its path */
    ProfilePictures(House house, int caseId, List<Statement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        house.evidence().items(caseId).forEach(item -> itemNames.put(item.id(), item.name()));
        Set<String> wanted = new HashSet<>();
        statements.forEach(statement -> wanted.add(lastPart(value(statement))));
        Set<SourcePointer> seen = new HashSet<>();
        for (MediaFile file : house.media().files(caseId)) {
            String name = itemNames.getOrDefault(file.file().item(), "");
            String path = file.file().path();
            if (wanted.contains(lastPart(path.isEmpty() ? name : path)) && seen.add(file.file())) {
                names.add(name, path);
                contentOfPlace.add(file.content());
            }
        }
        group(house.media().contents(caseId, new HashSet<>(contentOfPlace)));
    }

    /** Path that a record names: what stands behind the word of its kind. */
    static String value(Statement statement) {
        return statement.detail().substring(statement.detail().indexOf(": ") + 2);
    }

    private static String lastPart(String path) {
        String plain = path.replace('\\', '/');
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private void group(List<MediaContent> contents) {
        SortedMap<String, MediaContent> byDigest = new TreeMap<>();
        contents.forEach(content -> byDigest.put(content.digests().sha256().hex(), content));
        List<String> digests = new ArrayList<>();
        List<Map<Turn, PdqHash>> pictures = new ArrayList<>();
        byDigest.forEach((digest, content) -> content.hashed()
                .filter(Decoding.Hashed::isMatchable)
                .ifPresent(hashed -> {
                    digests.add(digest);
                    pictures.add(hashed.hashes());
                    hashes.put(digest, hashed.hashes());
                }));
        NearCopies copies = NearCopies.of(pictures, PdqIndex.MAX_DISTANCE);
        for (int i = 0; i < digests.size(); i++) {
            String digest = digests.get(i);
            String leader = digests.get(copies.leader(i)).substring(0, GROUP_DIGITS);
            MediaContent content = byDigest.get(digest);
            if (content != null) {
                forms.put(content.id(), PictureForm.of(digest, leader));
            }
        }
    }

    /** Comparable form of the picture that a record names; empty when it cannot be compared. */
    Optional<String> form(Statement statement) {
        SourcePointer source = statement.source();
        return names.find(itemNames.getOrDefault(source.item(), ""), source.path(), value(statement))
                .flatMap(place -> Optional.ofNullable(forms.get(contentOfPlace.get(place))));
    }

    @Override
    public int bits(String a, String b) {
        Map<Turn, PdqHash> one = hashes.getOrDefault(PictureForm.digest(a), Map.of());
        Map<Turn, PdqHash> other = hashes.getOrDefault(PictureForm.digest(b), Map.of());
        return Math.min(least(one, other), least(other, one));
    }

    private static int least(Map<Turn, PdqHash> turned, Map<Turn, PdqHash> upright) {
        PdqHash hash = upright.get(Turn.NONE);
        return hash == null
                ? Integer.MAX_VALUE
                : turned.values().stream()
                        .mapToInt(one -> one.distance(hash))
                        .min()
                        .orElse(Integer.MAX_VALUE);
    }
}
