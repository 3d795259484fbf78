package suluh.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.SharedMedia.SharedPicture;
import suluh.app.host.Processors;
import suluh.app.store.NetworkStore;
import suluh.app.store.NetworkStore.StoredIdentifier;
import suluh.app.store.NetworkStore.StoredPair;
import suluh.app.store.NetworkStore.StoredPart;
import suluh.app.store.StoredConversation;
import suluh.core.identity.Resolution;
import suluh.core.network.CaseNetwork;
import suluh.core.network.NetworkBuilder;
import suluh.core.network.NodeKind;
import suluh.core.network.Observed;
import suluh.core.network.Recruitment.Act;
import suluh.core.network.Recruitment.Encounter;
import suluh.core.network.TieKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ConversationType;
import suluh.core.observation.Platform;

/** Builds the network of a case: actors and accounts, groups, and the ties of every kind between them. */
final class MapNetwork {
    /** An identifier that more than this many have or publish is an advertisement and ties nobody to anybody. */
    private static final int MAX_SHARERS = 40;

    private final CaseMaterial material;
    private final Resolution resolution;
    private final NetworkBuilder builder = new NetworkBuilder();
    private final Map<Integer, List<StoredPart>> parts = new HashMap<>();
    private final boolean[] isGroup;
    private final List<Encounter> encounters = new ArrayList<>();

    /**
     * What was mapped.
     *
     * @param isGroup by number of the conversation, true for those that are groups
     * @param encounters invitations and private contacts with a known time
     * @param identifiers identifiers that accounts have or published
     * @param media digests of files by the conversation that they were posted in
     */
    record Mapped(
            CaseNetwork network,
            Resolution resolution,
            List<StoredIdentifier> identifiers,
            List<StoredPair> invitations,
            List<Encounter> encounters,
            GroupFlags isGroup,
            Map<Integer, SortedSet<String>> media) {}

    /** Which conversations are groups, by their number. */
    static final class GroupFlags {
        private final boolean[] flags;

        private GroupFlags(boolean[] flags) {
            this.flags = flags;
        }

        boolean of(int conversation) {
            return conversation > 0 && flags[conversation];
        }
    }

    private MapNetwork(CaseMaterial material, Resolution resolution) {
        this.material = material;
        this.resolution = resolution;
        this.isGroup = new boolean[material.lastConversation() + 1];
    }

    /** True for what is a group in the network; a conversation of two ties its two accounts instead. */
    static boolean isGroup(StoredConversation conversation, int participants) {
        ConversationType type = conversation.reference().type();
        return type == ConversationType.GROUP || type == ConversationType.CHANNEL || participants > 2;
    }

    /**
     * Maps the network.
     *
     * @param pictures accounts that sent copies of the same pictures
     */
    static Mapped run(
            NetworkStore store,
            int caseId,
            CaseMaterial material,
            Resolution resolution,
            List<SharedPicture> pictures) {
        // Two passes over all messages, and what was added up before: the database does two at a time.
        List<StoredPair> replies = new ArrayList<>();
        List<SharedMedia.Sent> sent = new ArrayList<>();
        List<StoredPart> parts = new ArrayList<>();
        List<StoredPair> invitations = new ArrayList<>();
        List<StoredIdentifier> identifiers = new ArrayList<>();
        Processors.ALL.run(List.<Runnable>of(
                () -> replies.addAll(store.replies(caseId)), () -> sent.add(SharedMedia.read(store, caseId)), () -> {
                    parts.addAll(store.parts(caseId));
                    invitations.addAll(store.invitations(caseId));
                    identifiers.addAll(store.identifiers(caseId));
                }));
        MapNetwork flow = new MapNetwork(material, resolution);
        for (StoredPart part : parts) {
            flow.parts
                    .computeIfAbsent(part.conversation(), ignored -> new ArrayList<>())
                    .add(part);
        }
        material.conversations().forEach(flow::addConversation);
        invitations.forEach(flow::addInvitation);
        replies.forEach(reply -> flow.tie(reply.from(), reply.to(), TieKind.REPLY, reply.observed()));
        flow.addIdentifiers(identifiers);
        flow.addMedia(sent.getFirst().pairs(), pictures);
        return new Mapped(
                flow.builder.build(),
                resolution,
                identifiers,
                invitations,
                flow.encounters,
                new GroupFlags(flow.isGroup),
                sent.getFirst().byConversation());
    }

    private void addConversation(StoredConversation conversation) {
        SortedMap<String, List<StoredPart>> byNode = new TreeMap<>();
        for (StoredPart part : parts.getOrDefault(conversation.id(), List.of())) {
            byNode.computeIfAbsent(node(part.account()), ignored -> new ArrayList<>())
                    .add(part);
        }
        byNode.keySet().forEach(key -> builder.node(key, NodeKind.ACCOUNT));
        isGroup[conversation.id()] = isGroup(conversation, byNode.size());
        if (isGroup[conversation.id()]) {
            String group = conversation.reference().key();
            builder.node(group, NodeKind.GROUP);
            byNode.forEach((key, own) -> own.forEach(part -> builder.tie(key, group, kind(part), part.observed())));
        } else if (byNode.size() == 2) {
            addDirect(conversation, byNode.firstKey(), byNode.lastKey(), byNode);
        }
    }

    private static TieKind kind(StoredPart part) {
        return switch (part.role()) {
            case "writer" -> TieKind.MESSAGES;
            case "creator", "administrator" -> TieKind.ADMINISTRATION;
            default -> TieKind.MEMBERSHIP;
        };
    }

    private void addDirect(
            StoredConversation conversation, String a, String b, SortedMap<String, List<StoredPart>> byNode) {
        List<StoredPart> written = byNode.values().stream()
                .flatMap(List::stream)
                .filter(part -> part.role().equals("writer"))
                .toList();
        List<StoredPart> telling = written.isEmpty()
                ? byNode.values().stream().flatMap(List::stream).toList()
                : written;
        telling.forEach(part -> builder.tie(a, b, TieKind.DIRECT, part.observed()));
        telling.stream()
                .filter(part -> part.observed().first() != null)
                .min(Comparator.comparing(MapNetwork::began))
                .ifPresent(first -> {
                    String from = node(first.account());
                    addContact(
                            from,
                            from.equals(a) ? b : a,
                            conversation.reference().platform(),
                            first.observed());
                });
    }

    private static Instant began(StoredPart part) {
        Instant first = part.observed().first();
        return first == null ? Instant.MAX : first;
    }

    /** Platform of each pair's first private contact, to tell one on another platform. */
    private final Map<String, Platform> firstPlatform = new LinkedHashMap<>();

    private void addContact(String from, String to, Platform platform, Observed observed) {
        String pair = from.compareTo(to) < 0 ? from + "\n" + to : to + "\n" + from;
        Platform before = firstPlatform.putIfAbsent(pair, platform);
        Act act = before == null || before == platform ? Act.PRIVATE_CONTACT : Act.CONTACT_ELSEWHERE;
        addEncounter(from, to, act, observed);
    }

    private void addEncounter(String from, String to, Act act, Observed observed) {
        Instant at = observed.first();
        if (at != null && !from.equals(to)) {
            encounters.add(new Encounter(from, to, act, at, observed.sources().getFirst()));
        }
    }

    private void addInvitation(StoredPair invitation) {
        if (invitation.from() > 0) {
            tie(invitation.from(), invitation.to(), TieKind.INVITATION, invitation.observed());
            addEncounter(node(invitation.from()), node(invitation.to()), Act.INVITATION, invitation.observed());
        }
    }

    /** Pictures found by content only add what the items did not show: a pair is told once. */
    private void addMedia(List<SharedMedia.Shared> items, List<SharedPicture> pictures) {
        Set<List<String>> told = new HashSet<>();
        for (SharedMedia.Shared shared : items) {
            told.add(List.of(node(shared.a()), node(shared.b())));
            told.add(List.of(node(shared.b()), node(shared.a())));
            tie(shared.a(), shared.b(), TieKind.SHARED_MEDIA, shared.observed());
        }
        for (SharedPicture picture : pictures) {
            String a = resolution.representative(picture.a());
            String b = resolution.representative(picture.b());
            if (!told.contains(List.of(a, b))) {
                tie(a, b, picture.isSameFile() ? TieKind.SHARED_MEDIA : TieKind.NEAR_COPY, picture.observed());
            }
        }
    }

    private void addIdentifiers(List<StoredIdentifier> identifiers) {
        Map<String, List<StoredIdentifier>> byValue = new TreeMap<>();
        for (StoredIdentifier identifier : identifiers) {
            if (!identifier.normalised().isEmpty()) {
                byValue.computeIfAbsent(
                                identifier.kind().wire() + " " + identifier.normalised(), ignored -> new ArrayList<>())
                        .add(identifier);
            }
        }
        byValue.values().forEach(same -> {
            if (same.getFirst().kind() == ContactPointKind.INVITE_LINK) {
                addCrossPosts(same);
            } else {
                addShared(same);
            }
        });
    }

    /** Who publishes another's own identifier mentions it; who has or publishes the same one shares it. */
    private void addShared(List<StoredIdentifier> same) {
        SortedMap<String, StoredIdentifier> owners = new TreeMap<>();
        SortedMap<String, StoredIdentifier> publishers = new TreeMap<>();
        for (StoredIdentifier one : same) {
            (one.isOwned() ? owners : publishers).putIfAbsent(node(one.account()), one);
        }
        publishers.forEach((publisher, one) -> owners.keySet().stream()
                .filter(owner -> !owner.equals(publisher))
                .limit(MAX_SHARERS)
                .forEach(owner -> tie(publisher, owner, TieKind.MENTION, one.observed())));
        pairs(owners, TieKind.SHARED_IDENTIFIER);
        pairs(publishers, TieKind.SHARED_IDENTIFIER);
    }

    private void addCrossPosts(List<StoredIdentifier> same) {
        SortedMap<String, StoredIdentifier> groups = new TreeMap<>();
        for (StoredIdentifier one : same) {
            if (one.conversation() > 0 && isGroup[one.conversation()]) {
                groups.putIfAbsent(
                        material.conversation(one.conversation()).reference().key(), one);
            }
        }
        pairs(groups, TieKind.CROSS_POSTED_LINK);
    }

    private void pairs(SortedMap<String, StoredIdentifier> sharers, TieKind kind) {
        if (sharers.size() > MAX_SHARERS) {
            return;
        }
        List<String> keys = List.copyOf(sharers.keySet());
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < i; j++) {
                StoredIdentifier one = sharers.get(keys.get(i));
                StoredIdentifier other = sharers.get(keys.get(j));
                if (one != null && other != null) {
                    tie(keys.get(j), keys.get(i), kind, both(one.observed(), other.observed()));
                }
            }
        }
    }

    /** A tie that exists from when both did their part. */
    private static Observed both(Observed one, Observed other) {
        List<suluh.core.observation.SourcePointer> sources = new ArrayList<>(other.sources());
        sources.addAll(one.sources());
        return new Observed(
                Math.min(one.times(), other.times()),
                latest(one.first(), other.first()),
                latest(one.last(), other.last()),
                sources);
    }

    private static @Nullable Instant latest(@Nullable Instant x, @Nullable Instant y) {
        return x == null || (y != null && y.isAfter(x)) ? y : x;
    }

    private void tie(int from, int to, TieKind kind, Observed observed) {
        tie(node(from), node(to), kind, observed);
    }

    private void tie(String from, String to, TieKind kind, Observed observed) {
        for (String key : List.of(from, to)) {
            if (!builder.hasNode(key)) {
                builder.node(key, NodeKind.ACCOUNT);
            }
        }
        builder.tie(from, to, kind, observed);
    }

    private String node(int account) {
        return resolution.representative(material.accountKey(account));
    }
}
