package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import suluh.app.flow.HashMedia.HashedMedia;
import suluh.app.media.DecoderPool;
import suluh.app.media.Decoding;
import suluh.app.media.MediaDigests;
import suluh.app.media.MediaFormat;
import suluh.app.media.VideoDecoder;
import suluh.app.store.MediaContent;
import suluh.app.store.MediaFile;
import suluh.app.store.MediaHolder;
import suluh.app.store.MediaStore.NamingMessage;
import suluh.app.store.MediaWriter;
import suluh.app.store.StoreException;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;
import suluh.exports.archive.InnerFiles;

/** One run of {@link HashMedia}, inside the transaction of its case: reads in one pass, decodes beside it. */
final class MediaHashing {
    /** Files read ahead for each decoder, so that none waits for the vault. */
    private static final int AHEAD = 3;
    /** Bytes of files that wait for a decoder, beside the one that was read last. */
    private static final long MAX_WAITING_BYTES = 64 << 20;

    private final House house;
    private final int caseId;
    private final DecoderPool pool;
    private final ExecutorService workers;
    private final MediaWriter writer;
    private final Map<Sha256Digest, Integer> known = new HashMap<>();
    private final Map<EvidenceId, String> itemNames = new HashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<Placed> placed = new ArrayList<>();
    private final MediaNames names = new MediaNames();
    private long waitingBytes;
    private long contents;
    private long withHash;
    /** The highest number that a content of the case has or had. */
    private int lastContent;

    private record Waiting(int id, MediaDigests digests, long sizeBytes, long heldBytes, Future<Decoding> decoding) {}

    private record Placed(int content, SourcePointer file) {}

    private record Naming(int place, MediaHolder holder) {}

    MediaHashing(House house, int caseId, DecoderPool pool, ExecutorService workers) {
        this.house = house;
        this.caseId = caseId;
        this.pool = pool;
        this.workers = workers;
        this.writer = new MediaWriter(house.database(), caseId);
        lastContent = house.erasures().lastContent();
        house.media().contents(caseId).forEach(content -> {
            known.put(content.digests().sha256(), content.id());
            lastContent = Math.max(lastContent, content.id());
        });
    }

    /** Hashes and places these files of these items. */
    HashedMedia run(List<ReceivedItem> items, List<SourcePointer> fresh, Progress progress) {
        Map<EvidenceId, Map<String, SourcePointer>> byItem = new HashMap<>();
        fresh.forEach(pointer -> byItem.computeIfAbsent(pointer.item(), ignored -> new HashMap<>())
                .put(pointer.path(), pointer));
        for (ReceivedItem item : items) {
            itemNames.put(item.id(), item.name());
            read(item, byItem.getOrDefault(item.id(), Map.of()), progress);
        }
        while (!waiting.isEmpty()) {
            takeResult();
        }
        place();
        writer.finish();
        return new HashedMedia(placed.size(), contents, withHash);
    }

    private void read(ReceivedItem item, Map<String, SourcePointer> own, Progress progress) {
        NavigableSet<String> missing;
        try {
            missing =
                    InnerFiles.forEach(new SealedFile(house.vault(), item), new TreeSet<>(own.keySet()), (path, in) -> {
                        take(item, known(own, path), in);
                        progress.advance(placed.size());
                    });
        } catch (IOException e) {
            throw new StoreException(
                    "Media of item " + item.id() + " could not be read out of the vault: " + e.getMessage()
                            + ". No hashes of this run were kept; the items stay sealed.",
                    e);
        }
        if (!missing.isEmpty()) {
            throw new StoreException("Item " + item.id() + " no longer gives " + missing.size()
                    + " media files that reading met there. Audit the vault: suluh ledger audit.");
        }
    }

    private static SourcePointer known(Map<String, SourcePointer> own, String path) {
        SourcePointer pointer = own.get(path);
        if (pointer == null) {
            throw new IllegalStateException("a path was given that nobody asked for");
        }
        return pointer;
    }

    private void take(ReceivedItem item, SourcePointer pointer, InputStream in) throws IOException {
        MediaDigests.Taken taken = MediaDigests.take(in, pointer.length());
        Integer content = known.get(taken.digests().sha256());
        if (content == null) {
            lastContent++;
            content = lastContent;
            known.put(taken.digests().sha256(), content);
            decode(content, taken);
        }
        placed.add(new Placed(content, pointer));
        names.add(item.name(), pointer.path());
    }

    private void decode(int content, MediaDigests.Taken taken) {
        contents++;
        byte[] bytes = taken.bytes();
        waitingBytes += bytes.length;
        waiting.add(new Waiting(
                content, taken.digests(), taken.sizeBytes(), bytes.length, workers.submit(() -> hash(bytes))));
        while (waiting.size() > AHEAD * pool.size() || (waitingBytes > MAX_WAITING_BYTES && waiting.size() > 1)) {
            takeResult();
        }
    }

    private Decoding hash(byte[] bytes) {
        Optional<VideoDecoder> videos = house.videos();
        return videos.isPresent() && MediaFormat.of(bytes) == MediaFormat.VIDEO
                ? videos.get().hash(bytes, pool)
                : pool.hash(bytes);
    }

    private void takeResult() {
        Waiting first = waiting.remove();
        waitingBytes -= first.heldBytes();
        Decoding decoding = result(first.decoding());
        withHash += decoding instanceof Decoding.NotHashed ? 0 : 1;
        writer.add(new MediaContent(first.id(), first.digests(), first.sizeBytes(), decoding));
    }

    private static Decoding result(Future<Decoding> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }

    /** Writes where each file lies, once for each message that names it. */
    private void place() {
        List<Naming> namings = new ArrayList<>();
        house.media().forEachNaming(caseId, message -> namings.addAll(namings(message)));
        Set<Integer> named = new HashSet<>();
        for (Naming naming : namings) {
            Placed file = placed.get(naming.place());
            named.add(naming.place());
            writer.add(new MediaFile(file.content(), file.file(), naming.holder()));
        }
        for (int i = 0; i < placed.size(); i++) {
            if (!named.contains(i)) {
                writer.add(new MediaFile(placed.get(i).content(), placed.get(i).file(), null));
            }
        }
    }

    private List<Naming> namings(NamingMessage message) {
        SourcePointer source = message.holder().message();
        String item = itemNames.getOrDefault(source.item(), "");
        return message.names().stream()
                .map(name -> names.find(item, source.path(), name))
                .flatMap(Optional::stream)
                .distinct()
                .map(place -> new Naming(place, message.holder()))
                .toList();
    }
}
