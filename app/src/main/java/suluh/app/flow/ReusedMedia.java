package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import suluh.app.flow.AccountProfile.MediaUse;
import suluh.app.flow.AccountProfile.Sender;
import suluh.app.store.MediaContent;
import suluh.app.store.MediaFile;
import suluh.app.store.MediaHolder;
import suluh.app.store.MediaStore;
import suluh.app.store.StoredAccount;
import suluh.core.observation.SourcePointer;

/**
 * Files that an account sent in more than one conversation, or that other accounts sent too: by content, whatever their
 * names. Equal digests (SHA-256) are one content; near copies of pictures are told on the media page.
 */
final class ReusedMedia {
    private static final int MAX_USES = 200;
    private static final int MAX_SENDERS = 20;
    private static final int MAX_SOURCES = 5;

    private final Map<String, StoredAccount> byKey = new HashMap<>();
    private final Map<Integer, List<MediaHolder>> holders = new TreeMap<>();
    private final ProtectChild.Masked masked;
    private final String account;

    private ReusedMedia(List<MediaFile> files, ProtectChild.Masked masked, String account) {
        this.masked = masked;
        this.account = account;
        for (MediaFile file : files) {
            MediaHolder holder = file.holder();
            if (holder != null) {
                holders.computeIfAbsent(file.content(), ignored -> new ArrayList<>())
                        .add(holder);
            }
        }
    }

    /**
     * What was found.
     *
     * @param uses contents used again, those of most other accounts first
     * @param received records of the account's messages of which a file is in the evidence
     */
    record Found(List<MediaUse> uses, Set<SourcePointer> received) {}

    static Found of(House house, int caseId, ProtectChild.Masked masked, StoredAccount account) {
        MediaStore store = house.media();
        List<MediaFile> files = store.filesSentAlsoBy(caseId, account.key());
        ReusedMedia media = new ReusedMedia(files, masked, account.key());
        house.accounts().accountsOf(caseId, media.senders()).forEach(one -> media.byKey.put(one.key(), one));
        Map<Integer, String> digests = new HashMap<>();
        for (MediaContent content : store.contents(caseId, media.holders.keySet())) {
            digests.put(content.id(), content.digests().sha256().hex());
        }
        return new Found(media.uses(digests), media.received());
    }

    private Set<String> senders() {
        Set<String> senders = new HashSet<>();
        holders.values()
                .forEach(all -> all.forEach(holder -> {
                    String sender = holder.account();
                    if (sender != null) {
                        senders.add(sender);
                    }
                }));
        return senders;
    }

    private Set<SourcePointer> received() {
        Set<SourcePointer> received = new HashSet<>();
        holders.values().forEach(all -> own(all).forEach(holder -> received.add(holder.message())));
        return received;
    }

    private List<MediaHolder> own(List<MediaHolder> all) {
        return all.stream().filter(holder -> account.equals(holder.account())).toList();
    }

    private List<MediaUse> uses(Map<Integer, String> digests) {
        return holders.entrySet().stream()
                .map(entry -> use(digests.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .filter(use -> use.conversations() > 1 || use.otherAccounts() > 0)
                .sorted(Comparator.comparingInt(MediaUse::otherAccounts)
                        .thenComparingLong(MediaUse::times)
                        .reversed()
                        .thenComparing(MediaUse::sha256))
                .limit(MAX_USES)
                .toList();
    }

    private MediaUse use(String digest, List<MediaHolder> all) {
        List<MediaHolder> own = own(all);
        Map<String, Long> others = new TreeMap<>();
        Set<SourcePointer> sources = new LinkedHashSet<>();
        own.forEach(holder -> sources.add(holder.message()));
        for (MediaHolder holder : all) {
            String other = holder.account();
            if (other != null && !other.equals(account) && byKey.containsKey(other)) {
                others.merge(other, 1L, Long::sum);
            }
        }
        return new MediaUse(
                digest,
                own.stream().map(MediaHolder::message).distinct().count(),
                (int) own.stream().map(MediaHolder::conversation).distinct().count(),
                others.size(),
                others.entrySet().stream()
                        .limit(MAX_SENDERS)
                        .map(entry -> sender(entry.getKey(), entry.getValue(), all))
                        .toList(),
                sources.stream().limit(MAX_SOURCES).toList());
    }

    private Sender sender(String key, long times, List<MediaHolder> all) {
        StoredAccount other = Objects.requireNonNull(byKey.get(key), key);
        String name = other.name();
        List<SourcePointer> sources = all.stream()
                .filter(holder -> key.equals(holder.account()))
                .map(MediaHolder::message)
                .distinct()
                .limit(MAX_SOURCES)
                .toList();
        return new Sender(other.id(), masked.name(other.id(), name == null ? key : name), times, sources);
    }
}
