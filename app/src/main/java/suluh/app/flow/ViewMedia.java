package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.CarriedWords.Carried;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.media.Decoding;
import suluh.app.media.ShownPicture;
import suluh.app.media.list.KeptList;
import suluh.app.store.MediaContent;
import suluh.app.store.MediaCopy;
import suluh.app.store.MediaFile;
import suluh.app.store.MediaHit;
import suluh.app.store.MediaHolder;
import suluh.core.casework.Act;
import suluh.core.disclosure.NameMask;
import suluh.core.exposure.ExposureCode;
import suluh.core.exposure.MediaWord;
import suluh.core.kernel.Outcome;
import suluh.core.observation.SourcePointer;

/** Lists the media of a case by what is known of them; of a picture it shows an eight by eight grid at most. */
public final class ViewMedia {
    /** Contents of one page. */
    public static final int PAGE_CONTENTS = 40;

    /** Contents that the reader shows beside one message; the page of media has all. */
    private static final int MAX_OF_A_MESSAGE = 4;

    private static final int MAX_PLACES = 4;
    private static final int MAX_HITS = 6;

    private final House house;

    public ViewMedia(House house) {
        this.house = house;
    }

    /**
     * A content as the page shows it.
     *
     * @param refusal code of why it has no perceptual hash, or null
     * @param quality from 0 to 100, or -1 without a perceptual hash
     * @param frames key frames of a video that have a hash, or 0
     * @param isShowable true when it may be shown for a reason: decoded, and nobody has closed it by a word
     * @param hasGrid true when a blurred grid stands on the page: showable, and no list of known material knows it
     * @param copyOf number of the content that was sent first of its group, or 0
     * @param distance bits from that one
     */
    public record MediaLine(
            int id,
            String sha256,
            String format,
            long sizeBytes,
            @Nullable String refusal,
            int quality,
            int frames,
            boolean isShowable,
            boolean hasGrid,
            int copyOf,
            int distance,
            long placeCount,
            List<PlaceLine> places,
            List<HitLine> hits,
            @Nullable WordLine word) {
        public MediaLine {
            places = List.copyOf(places);
            hits = List.copyOf(hits);
        }
    }

    /** Where a content lies: sender as far as the person may see, time, and the record that says so. */
    public record PlaceLine(
            @Nullable String account, @Nullable String sentAt, SourcePointer source) {}

    /** What a list knows, side by side with nothing displayed. */
    public record HitLine(
            String list, boolean isKnownGood, String kind, int distance, String turn, long record, String category) {}

    /**
     * The word that counts.
     *
     * @param carriedFrom content of which it was said, or 0 for this one
     */
    public record WordLine(MediaWord word, String person, String agency, String at, int carriedFrom, int distance) {}

    /**
     * A page of contents: those that a list knows first, then copies, then the others.
     *
     * @param total contents of the case
     */
    public record MediaPage(List<MediaLine> lines, long total) {
        public MediaPage {
            lines = List.copyOf(lines);
        }
    }

    /** Contents from this place on; the look at the page is recorded. */
    public Outcome<MediaPage> page(OpenedCase opened, long from) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "media"), Map.of("from", from));
            List<MediaContent> contents = house.media().page(open.id(), from, PAGE_CONTENTS);
            return Outcome.done(
                    new MediaPage(lines(open, contents), house.media().count(open.id())));
        });
    }

    /**
     * What came with a message and was received.
     *
     * @param lines some of it
     * @param left contents that are not among them; the page of media has all
     */
    public record Received(List<MediaLine> lines, int left) {
        public Received {
            lines = List.copyOf(lines);
        }
    }

    /** What came with these messages and was received, by the record of the message. */
    public Outcome<Map<SourcePointer, Received>> ofMessages(OpenedCase opened, List<SourcePointer> messages) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            Map<SourcePointer, List<Integer>> named = house.media().contentsOfMessages(open.id(), messages);
            List<Integer> ids = named.values().stream()
                    .flatMap(all -> all.stream().limit(MAX_OF_A_MESSAGE))
                    .distinct()
                    .limit(PAGE_CONTENTS)
                    .toList();
            Map<Integer, MediaLine> lines = new HashMap<>();
            if (!ids.isEmpty()) {
                lines(open, house.media().contents(open.id(), ids)).forEach(line -> lines.put(line.id(), line));
            }
            Map<SourcePointer, Received> received = new HashMap<>();
            named.forEach((message, all) -> {
                List<MediaLine> shown =
                        all.stream().map(lines::get).filter(Objects::nonNull).toList();
                received.put(message, new Received(shown, all.size() - shown.size()));
            });
            return Outcome.done(received);
        });
    }

    /** One content. */
    public Outcome<MediaLine> line(OpenedCase opened, int id) {
        return house.access()
                .stillIn(opened, Act.READ_CONTENT)
                .then(open -> house.media()
                        .content(open.id(), id)
                        .map(content ->
                                Outcome.done(lines(open, List.of(content)).getFirst()))
                        .orElseGet(() -> unknown(open, id)));
    }

    /** The content's grid as a small grey PNG without edges; empty when none may be shown. */
    public Outcome<Optional<byte[]>> blurred(OpenedCase opened, int id) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            Optional<MediaContent> content = house.media().content(open.id(), id);
            boolean isClosed = content.flatMap(one ->
                            CarriedWords.of(house, open.id(), List.of(one)).word(id))
                    .filter(carried -> carried.word().closes())
                    .isPresent();
            boolean isKnown = isKnown(hits(open, List.of(id)).getOrDefault(id, List.of()));
            return Outcome.done(content.flatMap(MediaContent::hashed)
                    .filter(hashed -> !isClosed && !isKnown)
                    .map(hashed -> ShownPicture.blurred(hashed.grid())));
        });
    }

    static <T> Outcome<T> unknown(OpenedCase open, int id) {
        return Outcome.refused(
                ExposureCode.MEDIA_UNKNOWN, "Case " + open.number() + " has no media content " + id + ".");
    }

    private List<MediaLine> lines(OpenedCase open, List<MediaContent> contents) {
        List<Integer> ids = contents.stream().map(MediaContent::id).toList();
        CarriedWords words = CarriedWords.of(house, open.id(), contents);
        NameMask mask = new ProtectChild(house).masked(open).mask();
        Map<Integer, List<MediaFile>> files =
                house.media().filesOf(open.id(), ids).stream().collect(Collectors.groupingBy(MediaFile::content));
        Map<Integer, List<HitLine>> hits = hits(open, ids);
        Map<Integer, MediaCopy> copies = new HashMap<>();
        house.media().copies(open.id()).forEach(copy -> copies.put(copy.content(), copy));
        List<MediaLine> lines = new ArrayList<>();
        for (MediaContent content : contents) {
            Optional<Carried> word = words.word(content.id());
            List<MediaFile> places = files.getOrDefault(content.id(), List.of());
            MediaCopy copy = copies.get(content.id());
            boolean isClosed = word.filter(carried -> carried.word().closes()).isPresent();
            boolean isShowable = content.hashed().isPresent() && !isClosed;
            List<HitLine> known = hits.getOrDefault(content.id(), List.of());
            lines.add(new MediaLine(
                    content.id(),
                    content.digests().sha256().hex(),
                    content.decoding().format().wire(),
                    content.sizeBytes(),
                    content.decoding() instanceof Decoding.NotHashed not
                            ? not.code().name()
                            : null,
                    content.quality(),
                    content.frames(),
                    isShowable,
                    isShowable && !isKnown(known),
                    copy == null || copy.leader() == content.id() ? 0 : copy.leader(),
                    copy == null ? 0 : copy.distance(),
                    places.size(),
                    places.stream()
                            .limit(MAX_PLACES)
                            .map(place -> place(place, mask))
                            .toList(),
                    known,
                    word.map(carried -> word(content.id(), carried)).orElse(null)));
        }
        return lines;
    }

    /** What a list says needs no second pair of eyes to be believed: not even grey fields are shown of it. */
    private static boolean isKnown(List<HitLine> hits) {
        return hits.stream().anyMatch(hit -> !hit.isKnownGood());
    }

    private static PlaceLine place(MediaFile file, NameMask mask) {
        MediaHolder holder = file.holder();
        if (holder == null) {
            return new PlaceLine(null, null, file.file());
        }
        String account = holder.account();
        String sentAt =
                holder.sentAt() == null ? holder.sentText() : holder.sentAt().toString();
        return new PlaceLine(account == null ? null : mask.text(account), sentAt, holder.message());
    }

    private static WordLine word(int content, Carried carried) {
        return new WordLine(
                carried.word(),
                carried.assessment().person(),
                carried.assessment().agency(),
                carried.assessment().at().toString(),
                carried.from() == content ? 0 : carried.from(),
                carried.distance());
    }

    /** Hits of lists that the person's agency may see, nearest first. */
    private Map<Integer, List<HitLine>> hits(OpenedCase open, List<Integer> ids) {
        Map<Integer, KeptList> lists = new HashMap<>();
        house.hashLists().all().stream()
                .filter(list -> list.isFor(open.acting().agency()))
                .forEach(list -> lists.put(list.id(), list));
        Map<Integer, List<HitLine>> hits = new HashMap<>();
        for (MediaHit hit : house.media().hitsOf(open.id(), ids)) {
            KeptList list = lists.get(hit.list());
            List<HitLine> lines = hits.computeIfAbsent(hit.content(), ignored -> new ArrayList<>());
            if (list != null && lines.size() < MAX_HITS) {
                lines.add(new HitLine(
                        list.name(),
                        list.isKnownGood(),
                        hit.kind(),
                        hit.distance(),
                        hit.turn(),
                        hit.record(),
                        hit.category()));
            }
        }
        hits.values().forEach(lines -> lines.sort(Comparator.comparingInt(HitLine::distance)));
        return hits;
    }
}
