package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import suluh.app.media.Decoding;
import suluh.app.media.list.KeptList;
import suluh.app.store.MediaContent;
import suluh.app.store.MediaCopy;
import suluh.app.store.MediaFile;
import suluh.app.store.MediaHit;
import suluh.app.store.MediaHolder;
import suluh.app.store.Numbered;
import suluh.core.disclosure.MediaFindings;
import suluh.core.disclosure.MediaFindings.Copy;
import suluh.core.disclosure.MediaFindings.CopyGroup;
import suluh.core.disclosure.MediaFindings.KnownMedia;
import suluh.core.disclosure.MediaFindings.ListHit;
import suluh.core.disclosure.MediaFindings.ListUsed;
import suluh.core.disclosure.MediaFindings.Place;
import suluh.core.disclosure.MediaFindings.Tie;
import suluh.core.disclosure.MediaFindings.WithoutHash;
import suluh.core.observation.SourcePointer;

/** Makes findings of what matching found; cuts lists where nobody reads on, and keeps the totals. */
final class TellMedia {
    private static final int MAX_KNOWN = 500;
    private static final int MAX_GROUPS = 200;
    private static final int MAX_MEMBERS = 20;
    private static final int MAX_PLACES = 10;
    private static final int MAX_FILES_WITHOUT_HASH = 20;

    private final List<MediaContent> contents;
    private final List<MediaHit> hits;
    private final Map<Integer, List<MediaFile>> filesOf;
    private final Map<Integer, MediaCopy> copyOf = new HashMap<>();
    private final List<MediaFile> files;

    /**
     * @param contents by number, from 1
     * @param files earliest first
     */
    TellMedia(List<MediaContent> contents, List<MediaFile> files, List<MediaHit> hits, List<MediaCopy> copies) {
        this.contents = contents;
        this.files = files;
        this.hits = hits;
        this.filesOf = files.stream().collect(Collectors.groupingBy(MediaFile::content));
        copies.forEach(copy -> copyOf.put(copy.content(), copy));
    }

    /**
     * Findings that every agency of the case may see.
     *
     * @param lists lists that were compared
     * @param agencies agencies of the case
     */
    MediaFindings findings(List<KeptList> lists, List<String> agencies) {
        List<KeptList> told = lists.stream()
                .filter(list -> agencies.stream().allMatch(list::isFor))
                .toList();
        List<KnownMedia> known = known(told, false);
        List<KnownMedia> knownGood = known(told, true);
        Set<String> knownDigests = known.stream().map(KnownMedia::sha256).collect(Collectors.toSet());
        List<KnownMedia> onlyGood = knownGood.stream()
                .filter(media -> !knownDigests.contains(media.sha256()))
                .toList();
        List<List<MediaFile>> groups = groups();
        List<Tie> ties = MediaTies.of(groups);
        List<MediaContent> hashed = contents.stream()
                .filter(content -> !(content.decoding() instanceof Decoding.NotHashed))
                .toList();
        MediaFindings.Counts counts = new MediaFindings.Counts(
                files.stream().map(MediaFile::file).distinct().count(),
                contents.size(),
                hashed.size(),
                hashed.stream().filter(one -> one.frames() > 0).count(),
                hashed.stream().filter(one -> one.comparable().isEmpty()).count(),
                hashed.stream()
                        .flatMap(one -> one.hashed().stream())
                        .filter(Decoding.Hashed::isDamaged)
                        .count(),
                known.size(),
                onlyGood.size(),
                groups.size(),
                ties.size(),
                lists.size() - told.size());
        return new MediaFindings(
                counts,
                withoutHash(),
                told.stream().map(TellMedia::listUsed).toList(),
                known.stream().limit(MAX_KNOWN).toList(),
                groups.stream().limit(MAX_GROUPS).map(this::copyGroup).toList(),
                ties.stream().limit(MAX_KNOWN).toList());
    }

    private static ListUsed listUsed(KeptList row) {
        String date = row.date() == null ? null : row.date().toString();
        return new ListUsed(
                row.name(),
                row.source(),
                row.scheme(),
                row.purpose(),
                date,
                row.sha256().hex(),
                row.records());
    }

    private List<KnownMedia> known(List<KeptList> told, boolean isGood) {
        Map<Integer, String> names = new HashMap<>();
        told.stream().filter(list -> list.isKnownGood() == isGood).forEach(list -> names.put(list.id(), list.name()));
        Map<Integer, List<ListHit>> byContent = new TreeMap<>();
        for (MediaHit hit : hits) {
            String list = names.get(hit.list());
            if (list != null) {
                byContent
                        .computeIfAbsent(hit.content(), ignored -> new ArrayList<>())
                        .add(new ListHit(list, hit.kind(), hit.distance(), hit.turn(), hit.record(), hit.category()));
            }
        }
        List<KnownMedia> known = new ArrayList<>();
        byContent.forEach((content, found) -> {
            found.sort(Comparator.comparingInt(ListHit::distance));
            MediaContent media = content(content);
            List<MediaFile> places = filesOf.getOrDefault(content, List.of());
            known.add(new KnownMedia(
                    media.digests().sha256().hex(), media.quality(), found, places.size(), places(places)));
        });
        known.sort(Comparator.comparingInt(media -> media.hits().getFirst().distance()));
        return known;
    }

    private MediaContent content(int number) {
        return Numbered.get(contents, MediaContent::id, number);
    }

    /** Places of copies of one picture, group by group, largest first, each earliest first; at least two places. */
    private List<List<MediaFile>> groups() {
        Map<Integer, List<MediaFile>> byLeader = new TreeMap<>();
        for (MediaFile file : files) {
            MediaCopy copy = copyOf.get(file.content());
            byLeader.computeIfAbsent(copy == null ? file.content() : copy.leader(), ignored -> new ArrayList<>())
                    .add(file);
        }
        return byLeader.values().stream()
                .filter(group -> group.size() > 1)
                .sorted(Comparator.comparingInt((List<MediaFile> group) -> group.size())
                        .reversed())
                .toList();
    }

    private CopyGroup copyGroup(List<MediaFile> group) {
        Map<Integer, List<MediaFile>> members = new TreeMap<>(Comparator.<Integer>comparingInt(this::isCopy)
                .thenComparingInt(this::distance)
                .thenComparingInt(content -> content));
        group.forEach(file -> members.computeIfAbsent(file.content(), ignored -> new ArrayList<>())
                .add(file));
        List<Copy> copies = new ArrayList<>();
        members.forEach((content, places) -> {
            MediaCopy copy = copyOf.get(content);
            copies.add(new Copy(
                    content(content).digests().sha256().hex(),
                    copy == null ? 0 : copy.distance(),
                    copy == null ? "none" : copy.turn(),
                    places(places)));
        });
        return new CopyGroup(group.size(), copies.stream().limit(MAX_MEMBERS).toList());
    }

    /** 0 for the content that leads its group, else 1. */
    private int isCopy(int content) {
        MediaCopy copy = copyOf.get(content);
        return copy == null || copy.leader() == content ? 0 : 1;
    }

    private int distance(int content) {
        MediaCopy copy = copyOf.get(content);
        return copy == null ? 0 : copy.distance();
    }

    private static List<Place> places(List<MediaFile> files) {
        return files.stream().limit(MAX_PLACES).map(TellMedia::place).toList();
    }

    private static Place place(MediaFile file) {
        MediaHolder holder = file.holder();
        if (holder == null) {
            return new Place(file.file(), null, null, null, null);
        }
        String sentAt =
                holder.sentAt() == null ? holder.sentText() : holder.sentAt().toString();
        return new Place(file.file(), holder.account(), holder.conversation(), sentAt, holder.message());
    }

    private List<WithoutHash> withoutHash() {
        record Reason(String format, String code) {}
        Map<Reason, List<MediaContent>> byReason =
                new TreeMap<>(Comparator.comparing(Reason::format).thenComparing(Reason::code));
        for (MediaContent content : contents) {
            if (content.decoding() instanceof Decoding.NotHashed not) {
                byReason.computeIfAbsent(
                                new Reason(not.format().wire(), not.code().name()), ignored -> new ArrayList<>())
                        .add(content);
            }
        }
        List<WithoutHash> without = new ArrayList<>();
        byReason.forEach((reason, of) ->
                without.add(new WithoutHash(reason.format(), reason.code(), of.size(), firstFiles(of))));
        return without;
    }

    private List<SourcePointer> firstFiles(List<MediaContent> of) {
        return of.stream()
                .limit(MAX_FILES_WITHOUT_HASH)
                .flatMap(content ->
                        filesOf.getOrDefault(content.id(), List.of()).stream().limit(1))
                .map(MediaFile::file)
                .toList();
    }
}
