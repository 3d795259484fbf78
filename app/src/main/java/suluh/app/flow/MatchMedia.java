package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import suluh.app.flow.HeldLists.HeldList;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.media.Decoding;
import suluh.app.media.list.HashKind;
import suluh.app.media.list.KnownHashes.Found;
import suluh.app.store.MediaContent;
import suluh.app.store.MediaCopy;
import suluh.app.store.MediaFile;
import suluh.app.store.MediaHit;
import suluh.app.store.MediaWriter;
import suluh.app.store.Numbered;
import suluh.core.casework.Act;
import suluh.core.disclosure.MediaFindings;
import suluh.core.image.NearCopies;
import suluh.core.image.PdqIndex;
import suluh.core.image.Turn;
import suluh.core.kernel.Outcome;

/** Compares the media of a case with the lists of known hashes and with one another; nobody looks at anything. */
public final class MatchMedia {
    /** Records of one list told for one content, nearest first. */
    private static final int MAX_HITS_OF_A_LIST = 20;

    private final House house;

    public MatchMedia(House house) {
        this.house = house;
    }

    /** Matches every content of the case; what an earlier run found is replaced. */
    public Outcome<MediaFindings> run(OpenedCase opened, Progress progress) {
        return house.access().stillIn(opened, Act.ANALYSE_CASE).then(open -> Outcome.done(match(open, progress)));
    }

    private MediaFindings match(OpenedCase open, Progress progress) {
        int erasures = house.erasures().count(open.id());
        List<MediaContent> contents = house.media().contents(open.id());
        if (contents.isEmpty()) {
            return MediaFindings.NONE;
        }
        progress.step("Matching media", contents.size());
        List<HeldList> lists = house.heldLists().current();
        List<MediaHit> hits = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            hits.addAll(hits(contents.get(i), lists));
            progress.advance(i + 1L);
        }
        List<MediaFile> files = house.media().files(open.id());
        List<MediaCopy> copies = copies(contents, files);
        house.database().inCase(open.id(), () -> {
            house.erasures().keepOutOrFail(open.id(), erasures);
            house.media().forgetMatches();
            MediaWriter writer = new MediaWriter(house.database(), open.id());
            hits.forEach(writer::add);
            copies.forEach(writer::add);
            writer.finish();
            return hits.size();
        });
        return new TellMedia(contents, files, hits, copies)
                .findings(
                        lists.stream().map(HeldList::row).toList(),
                        house.cases().agencies(open.id()));
    }

    private static List<MediaHit> hits(MediaContent content, List<HeldList> lists) {
        List<MediaHit> hits = new ArrayList<>();
        for (HeldList list : lists) {
            // One record that agrees in several ways is told once for each kind of hash, in its nearest turn or frame.
            Map<String, MediaHit> nearest = new HashMap<>();
            digests(content, list).forEach(hit -> nearest.putIfAbsent(hit.kind() + hit.record(), hit));
            near(content, list)
                    .forEach(hit -> nearest.merge(
                            hit.kind() + hit.record(), hit, (a, b) -> b.distance() < a.distance() ? b : a));
            nearest.values().stream()
                    .sorted(Comparator.comparingInt(MediaHit::distance)
                            .thenComparing(hit -> hit.kind().equals("pdq"))
                            .thenComparingInt(MediaHit::record)
                            .thenComparing(MediaHit::kind))
                    .limit(MAX_HITS_OF_A_LIST)
                    .forEach(hits::add);
        }
        return hits;
    }

    private static List<MediaHit> digests(MediaContent content, HeldList list) {
        Map<HashKind, String> digests = new LinkedHashMap<>();
        digests.put(HashKind.SHA256, content.digests().sha256().hex());
        digests.put(HashKind.SHA1, content.digests().sha1());
        digests.put(HashKind.MD5, content.digests().md5());
        List<MediaHit> hits = new ArrayList<>();
        digests.forEach((kind, hex) ->
                list.known().equalTo(kind, hex).forEach(found -> hits.add(hit(content, list, found, Turn.NONE))));
        return hits;
    }

    private static List<MediaHit> near(MediaContent content, HeldList list) {
        List<MediaHit> hits = new ArrayList<>();
        for (Decoding.Hashed hashed : content.comparable()) {
            for (Turn turn : Turn.values()) {
                list.known()
                        .nearTo(hashed.hash(turn), PdqIndex.MAX_DISTANCE)
                        .forEach(found -> hits.add(hit(content, list, found, turn)));
            }
        }
        return hits;
    }

    private static MediaHit hit(MediaContent content, HeldList list, Found found, Turn turn) {
        return new MediaHit(
                content.id(),
                list.row().id(),
                found.record(),
                found.kind().wire(),
                found.hash(),
                found.distance(),
                wire(turn),
                found.category());
    }

    private static String wire(Turn turn) {
        return turn.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Near copies of one another, each group about the content that was sent first. */
    private static List<MediaCopy> copies(List<MediaContent> contents, List<MediaFile> files) {
        LinkedHashSet<Integer> earliestFirst = new LinkedHashSet<>();
        files.forEach(file -> earliestFirst.add(file.content()));
        List<MediaContent> matchable = earliestFirst.stream()
                .map(id -> Numbered.get(contents, MediaContent::id, id))
                .filter(content ->
                        content.hashed().filter(Decoding.Hashed::isMatchable).isPresent())
                .toList();
        NearCopies near = NearCopies.of(
                matchable.stream()
                        .map(content -> content.hashed().orElseThrow().hashes())
                        .toList(),
                PdqIndex.MAX_DISTANCE);
        List<MediaCopy> copies = new ArrayList<>();
        for (List<Integer> group : near.groups()) {
            int leader = matchable.get(group.getFirst()).id();
            for (int member : group) {
                copies.add(new MediaCopy(
                        matchable.get(member).id(), leader, near.distance(member), wire(near.turn(member))));
            }
        }
        return copies;
    }
}
