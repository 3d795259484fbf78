package suluh.core.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * What is known of the media of a case without looking at them.
 *
 * @param counts totals, also of what the lists below are cut to
 * @param withoutHash contents without a perceptual hash, by format and reason
 * @param lists lists that were compared, in the order of import
 * @param known contents that a list knows, nearest first
 * @param copies groups of copies across accounts, conversations and files, largest first
 * @param ties accounts that had copies of the same pictures, most pictures first
 */
public record MediaFindings(
        Counts counts,
        List<WithoutHash> withoutHash,
        List<ListUsed> lists,
        List<KnownMedia> known,
        List<CopyGroup> copies,
        List<Tie> ties) {
    public static final MediaFindings NONE = new MediaFindings(
            new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), List.of(), List.of(), List.of(), List.of(), List.of());

    public MediaFindings {
        withoutHash = List.copyOf(withoutHash);
        lists = List.copyOf(lists);
        known = List.copyOf(known);
        copies = List.copyOf(copies);
        ties = List.copyOf(ties);
    }

    /**
     * Totals.
     *
     * @param files media files received, those in archives included
     * @param contents different contents among them
     * @param hashed contents with a perceptual hash
     * @param videos those of them that are videos, by their key frames
     * @param notMatchable those of them whose quality is too low to be compared
     * @param damaged those of them that a decoder had to mend
     * @param known contents that a list of known material holds
     * @param knownGood contents that only a list of known-good files holds
     * @param copyGroups groups of copies
     * @param ties pairs of accounts
     * @param listsWithheld lists compared whose hits an agency of the case may not see
     */
    public record Counts(
            long files,
            long contents,
            long hashed,
            long videos,
            long notMatchable,
            long damaged,
            long known,
            long knownGood,
            long copyGroups,
            long ties,
            long listsWithheld) {}

    /**
     * Contents that could not be hashed for one reason.
     *
     * @param format such as {@code heic}
     * @param code such as {@code NO_DECODER}
     * @param files some of the files, the first in the order of reading
     */
    public record WithoutHash(String format, String code, long contents, List<SourcePointer> files) {
        public WithoutHash {
            files = List.copyOf(files);
        }
    }

    /**
     * A list that was compared.
     *
     * @param purpose {@code known} or {@code known-good}
     * @param date date of the list as its maker states it, or null
     * @param sha256 digest of the list's bytes
     */
    public record ListUsed(
            String name,
            String source,
            String scheme,
            String purpose,
            @Nullable String date,
            String sha256,
            long records) {}

    /**
     * Where a content lies, and the message that names it.
     *
     * @param file the media file itself
     * @param account key of the account that sent it, or null when no message names the file
     * @param conversation key of the conversation, or null
     * @param sentAt instant, or the source's own text, or null
     * @param message the record that names it, or null
     */
    public record Place(
            SourcePointer file,
            @Nullable String account,
            @Nullable String conversation,
            @Nullable String sentAt,
            @Nullable SourcePointer message) {}

    /**
     * A record of a list that agrees with a content.
     *
     * @param kind {@code md5}, {@code sha1}, {@code sha256} or {@code pdq}
     * @param distance bits in which PDQ hashes differ; 0 for a digest
     * @param turn how the content is turned to agree
     * @param record number of the record in the list, from 1
     * @param category the list's own category, or empty
     */
    public record ListHit(String list, String kind, int distance, String turn, long record, String category) {}

    /**
     * A content that lists know.
     *
     * @param quality from 0 to 100, or -1 without a perceptual hash
     * @param hits nearest first
     * @param placeCount places in all
     * @param places earliest first, cut
     */
    public record KnownMedia(String sha256, int quality, List<ListHit> hits, long placeCount, List<Place> places) {
        public KnownMedia {
            hits = List.copyOf(hits);
            places = List.copyOf(places);
        }
    }

    /**
     * Copies of one picture: near copies, or one content in several places.
     *
     * @param placeCount places in all
     * @param members the content that came first, then the others by distance, cut
     */
    public record CopyGroup(long placeCount, List<Copy> members) {
        public CopyGroup {
            members = List.copyOf(members);
        }
    }

    /**
     * A content of such a group.
     *
     * @param distance bits in which it differs from the one that came first
     * @param turn how the first is turned to look like it
     * @param places earliest first, cut
     */
    public record Copy(String sha256, int distance, String turn, List<Place> places) {
        public Copy {
            places = List.copyOf(places);
        }
    }

    /**
     * Two accounts that had copies of the same pictures.
     *
     * @param first account that sent a copy first, more often than the other
     * @param pictures groups of copies of which both sent one
     * @param firstSooner groups of which {@code first} sent a copy before {@code second}, both at stated instants
     * @param sources a message of each, for one of the pictures
     */
    public record Tie(String first, String second, long pictures, long firstSooner, List<SourcePointer> sources) {
        public Tie {
            sources = List.copyOf(sources);
        }
    }
}
