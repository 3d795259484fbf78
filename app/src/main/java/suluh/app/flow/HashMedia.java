package suluh.app.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.media.DecoderPool;
import suluh.core.casework.Act;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;
import suluh.core.observation.SourcePointer;

/**
 * Hashes the media files of a case that reading has met: digests of each, a perceptual hash once for each content.
 *
 * <p>Nobody looks at anything: pictures are decoded in child processes, and what cannot be decoded is kept with the
 * reason. The sealed bytes are read, not the files handed in. Runs again after further readings; what was hashed stays.
 */
public final class HashMedia {
    private final House house;

    public HashMedia(House house) {
        this.house = house;
    }

    /**
     * What was hashed.
     *
     * @param files media files that were new
     * @param contents contents among them that were new to the case
     * @param withHash contents of these that have a perceptual hash
     */
    public record HashedMedia(long files, long contents, long withHash) {}

    /** Hashes what is new in these items. */
    public Outcome<HashedMedia> run(OpenedCase opened, List<ReceivedItem> items, Progress progress) {
        return house.access()
                .stillIn(opened, Act.READ_EVIDENCE)
                .then(open -> Outcome.done(hash(open, items, progress)));
    }

    private HashedMedia hash(OpenedCase open, List<ReceivedItem> items, Progress progress) {
        int erasures = house.erasures().count(open.id());
        List<SourcePointer> fresh = fresh(open);
        if (fresh.isEmpty()) {
            return new HashedMedia(0, 0, 0);
        }
        progress.step("Hashing media", fresh.size());
        try (DecoderPool pool = DecoderPool.open();
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            return house.database().inCase(open.id(), () -> {
                house.erasures().keepOutOrFail(open.id(), erasures);
                HashedMedia hashed = new MediaHashing(house, open.id(), pool, workers).run(items, fresh, progress);
                record(open, hashed);
                return hashed;
            });
        }
    }

    /** Media files that were not hashed before. */
    private List<SourcePointer> fresh(OpenedCase open) {
        Set<String> known = new HashSet<>();
        house.media().files(open.id()).forEach(file -> known.add(key(file.file())));
        return house.media().received(open.id()).stream()
                .filter(pointer -> known.add(key(pointer)))
                .toList();
    }

    private static String key(SourcePointer pointer) {
        return pointer.item().value() + "\n" + pointer.path();
    }

    private void record(OpenedCase open, HashedMedia hashed) {
        house.ledger()
                .append(open.acting()
                        .entry(
                                EntryKind.MEDIA_HASHED,
                                house.clock().instant(),
                                open.number(),
                                Map.of(),
                                Map.of(),
                                Map.of(
                                        "files", hashed.files(),
                                        "contents", hashed.contents(),
                                        "withHash", hashed.withHash())));
    }
}
