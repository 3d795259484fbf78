package suluh.app.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.app.store.NetworkStore;
import suluh.app.store.NetworkStore.StoredMedia;
import suluh.core.network.Observed;
import suluh.core.observation.SourcePointer;

/**
 * Accounts that sent the same file, byte for byte: attachments of messages, found among the sealed items by the path that
 * the message gives. Files inside archives are not items of their own and are not compared.
 */
final class SharedMedia {
    /** A file that more accounts than this sent is common property. */
    private static final int MAX_SENDERS = 40;

    /** Two accounts that sent one file, or several. */
    record Shared(int a, int b, Observed observed) {}

    private SharedMedia() {}

    static List<Shared> find(NetworkStore store, int caseId, CaseMaterial material) {
        Map<String, String> digestOfName = store.itemDigests(caseId);
        Map<String, SortedMap<Integer, StoredMedia>> senders = new LinkedHashMap<>();
        if (!material.conversations().isEmpty()) {
            store.forEachAttachment(caseId, media -> {
                String digest = digest(digestOfName, media);
                if (digest != null) {
                    senders.computeIfAbsent(digest, ignored -> new TreeMap<>()).putIfAbsent(media.sender(), media);
                }
            });
        }
        List<Shared> shared = new ArrayList<>();
        senders.values().stream()
                .filter(byAccount -> byAccount.size() > 1 && byAccount.size() <= MAX_SENDERS)
                .forEach(byAccount -> pairs(List.copyOf(byAccount.values()), shared));
        return shared;
    }

    /** Digests of files by the group that they were posted in. */
    static Map<Integer, java.util.SortedSet<String>> byConversation(NetworkStore store, int caseId) {
        Map<String, String> digestOfName = store.itemDigests(caseId);
        Map<Integer, java.util.SortedSet<String>> digests = new HashMap<>();
        store.forEachAttachment(caseId, media -> {
            String digest = digest(digestOfName, media);
            if (digest != null) {
                digests.computeIfAbsent(media.conversation(), ignored -> new java.util.TreeSet<>())
                        .add(digest);
            }
        });
        return digests;
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
