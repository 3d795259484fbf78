package suluh.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import suluh.app.store.MediaCopy;
import suluh.app.store.MediaFile;
import suluh.app.store.MediaHolder;
import suluh.app.store.NetworkStore;
import suluh.app.store.NetworkStore.StoredMedia;
import suluh.core.network.Observed;
import suluh.core.observation.SourcePointer;

/**
 * Accounts that sent the same file, byte for byte: attachments of messages, found among the sealed items by the path that
 * the message gives, and media by their content wherever they lie; and accounts that sent near copies of one picture.
 */
final class SharedMedia {
    /** A file that more accounts than this sent is common property. */
    private static final int MAX_SENDERS = 40;

    /** Two accounts that sent one file, or several. */
    record Shared(int a, int b, Observed observed) {}

    private SharedMedia() {}

    /**
     * What attachments say, read once.
     *
     * @param pairs accounts that sent the same file
     * @param byConversation digests of files by the conversation that they were posted in
     */
    record Sent(List<Shared> pairs, Map<Integer, SortedSet<String>> byConversation) {}

    /** Reads the attachments of the case's messages. */
    static Sent read(NetworkStore store, int caseId) {
        Map<String, String> digestOfName = store.itemDigests(caseId);
        Map<String, SortedMap<Integer, StoredMedia>> senders = new LinkedHashMap<>();
        Map<Integer, SortedSet<String>> byConversation = new HashMap<>();
        store.forEachAttachment(caseId, media -> {
            String digest = digest(digestOfName, media);
            if (digest != null) {
                senders.computeIfAbsent(digest, ignored -> new TreeMap<>()).putIfAbsent(media.sender(), media);
                byConversation
                        .computeIfAbsent(media.conversation(), ignored -> new TreeSet<>())
                        .add(digest);
            }
        });
        List<Shared> shared = new ArrayList<>();
        senders.values().stream()
                .filter(byAccount -> byAccount.size() > 1 && byAccount.size() <= MAX_SENDERS)
                .forEach(byAccount -> pairs(List.copyOf(byAccount.values()), shared));
        return new Sent(shared, byConversation);
    }

    /** Two accounts, by their keys, that sent copies of one picture. */
    record SharedPicture(String a, String b, boolean isSameFile, Observed observed) {}

    /**
     * Accounts that sent the same content, as items or inside archives, or near copies of one picture.
     *
     * @param files earliest first
     * @param copies which contents are near copies of which
     */
    static List<SharedPicture> pictures(List<MediaFile> files, List<MediaCopy> copies) {
        Map<Integer, Integer> leaderOf = new HashMap<>();
        copies.forEach(copy -> leaderOf.put(copy.content(), copy.leader()));
        Map<Integer, SortedMap<String, Map<Integer, MediaHolder>>> senders = new TreeMap<>();
        for (MediaFile file : files) {
            MediaHolder holder = file.holder();
            String account = holder == null ? null : holder.account();
            if (holder != null && account != null) {
                senders.computeIfAbsent(
                                leaderOf.getOrDefault(file.content(), file.content()), ignored -> new TreeMap<>())
                        .computeIfAbsent(account, ignored -> new LinkedHashMap<>())
                        .putIfAbsent(file.content(), holder);
            }
        }
        List<SharedPicture> shared = new ArrayList<>();
        for (SortedMap<String, Map<Integer, MediaHolder>> byAccount : senders.values()) {
            List<String> accounts = List.copyOf(byAccount.keySet());
            for (int i = 0; i < accounts.size() && accounts.size() <= MAX_SENDERS; i++) {
                for (int j = 0; j < i; j++) {
                    shared.add(pair(accounts.get(j), accounts.get(i), byAccount));
                }
            }
        }
        return shared;
    }

    /** The two messages are those of the same file where there is one, else the first of each. */
    private static SharedPicture pair(String a, String b, Map<String, Map<Integer, MediaHolder>> byAccount) {
        Map<Integer, MediaHolder> ofA = byAccount.getOrDefault(a, Map.of());
        Map<Integer, MediaHolder> ofB = byAccount.getOrDefault(b, Map.of());
        List<Integer> same = ofA.keySet().stream().filter(ofB::containsKey).toList();
        MediaHolder one = first(ofA, same);
        MediaHolder other = first(ofB, same);
        Instant x = one.sentAt();
        Instant y = other.sentAt();
        // The tie exists from when both did their part.
        Instant both = x == null || y == null ? null : x.isAfter(y) ? x : y;
        Observed observed = new Observed(Math.max(1, same.size()), both, both, List.of(one.message(), other.message()));
        return new SharedPicture(a, b, !same.isEmpty(), observed);
    }

    private static MediaHolder first(Map<Integer, MediaHolder> sent, List<Integer> same) {
        return sent.entrySet().stream()
                .filter(entry -> same.isEmpty() || same.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static void pairs(List<StoredMedia> senders, List<Shared> shared) {
        for (int i = 0; i < senders.size(); i++) {
            for (int j = 0; j < i; j++) {
                List<SourcePointer> sources =
                        List.of(senders.get(j).source(), senders.get(i).source());
                shared.add(new Shared(
                        senders.get(j).sender(), senders.get(i).sender(), new Observed(1, null, null, sources)));
            }
        }
    }

    /** The path is told from the folder of the message's file or one above it. */
    private static @org.jspecify.annotations.Nullable String digest(
            Map<String, String> digestOfName, StoredMedia media) {
        String folder = media.itemName();
        while (true) {
            int slash = folder.lastIndexOf('/');
            folder = slash < 0 ? "" : folder.substring(0, slash);
            String digest = digestOfName.get(folder.isEmpty() ? media.path() : folder + "/" + media.path());
            if (digest != null || slash < 0) {
                return digest;
            }
        }
    }
}
