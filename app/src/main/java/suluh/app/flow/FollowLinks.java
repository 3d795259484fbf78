package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.MapNetwork.Mapped;
import suluh.app.store.NetworkStore.StoredIdentifier;
import suluh.app.store.ObservationStore.GroupStatement;
import suluh.app.store.StoredConversation;
import suluh.core.network.InvitePost;
import suluh.core.network.InvitePost.Basis;
import suluh.core.network.Tie;
import suluh.core.network.TieKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.Platform;

/** Tells who posts invitation links out of which group, and into which they may lead. */
final class FollowLinks {
    private static final int MAX_POSTS = 500;
    /** Groups named for one link: more would name nothing. */
    private static final int MAX_INTO = 3;
    /** Sites whose invitations lead to a platform. */
    private static final Map<String, Platform> PLATFORM_OF_SITE = Map.of(
            "t.me", Platform.TELEGRAM,
            "telegram.me", Platform.TELEGRAM,
            "chat.whatsapp.com", Platform.WHATSAPP,
            "discord.gg", Platform.DISCORD,
            "discord.com", Platform.DISCORD,
            "signal.group", Platform.SIGNAL);

    /** Where a link may lead. */
    private record Target(List<String> into, Basis basis) {
        static final Target UNKNOWN = new Target(List.of(), Basis.UNKNOWN);
    }

    private final CaseMaterial material;
    private final Mapped mapped;
    private final Map<String, Platform> platformOfGroup = new HashMap<>();
    private final Map<String, SortedSet<String>> administered = new HashMap<>();

    private FollowLinks(CaseMaterial material, Mapped mapped) {
        this.material = material;
        this.mapped = mapped;
        for (StoredConversation conversation : material.conversations()) {
            if (mapped.isGroup().of(conversation.id())) {
                platformOfGroup.put(
                        conversation.reference().key(), conversation.reference().platform());
            }
        }
        for (Tie tie : mapped.network().ties()) {
            if (tie.kind() == TieKind.ADMINISTRATION) {
                administered
                        .computeIfAbsent(mapped.network().key(tie.a()), ignored -> new TreeSet<>())
                        .add(mapped.network().key(tie.b()));
            }
        }
    }

    /** Platform that an invitation link leads to, or null when its site is unknown. */
    static @Nullable Platform target(String link) {
        String site = link.indexOf('/') < 0 ? link : link.substring(0, link.indexOf('/'));
        return PLATFORM_OF_SITE.get(site.toLowerCase(Locale.ROOT));
    }

    /** Links by the place they were posted in and who posted them, most often posted first. */
    static List<InvitePost> posts(CaseMaterial material, Mapped mapped) {
        FollowLinks flow = new FollowLinks(material, mapped);
        Map<String, List<StoredIdentifier>> byLink = new TreeMap<>();
        for (StoredIdentifier identifier : mapped.identifiers()) {
            if (identifier.kind() == ContactPointKind.INVITE_LINK && !identifier.isOwned()) {
                byLink.computeIfAbsent(identifier.normalised(), ignored -> new ArrayList<>())
                        .add(identifier);
            }
        }
        List<InvitePost> posts = new ArrayList<>();
        byLink.forEach((link, posted) -> {
            Target target = flow.target(link, posted);
            posted.forEach(one -> posts.add(flow.post(one, target)));
        });
        return posts.stream()
                .sorted(Comparator.comparingLong(
                                (InvitePost post) -> -post.observed().times())
                        .thenComparing(InvitePost::value)
                        .thenComparing(InvitePost::by))
                .limit(MAX_POSTS)
                .toList();
    }

    private InvitePost post(StoredIdentifier posted, Target target) {
        boolean isInGroup = mapped.isGroup().of(posted.conversation());
        return new InvitePost(
                posted.normalised(),
                isInGroup
                        ? material.conversation(posted.conversation())
                                .reference()
                                .key()
                        : null,
                node(posted.account()),
                posted.observed(),
                target.into(),
                target.basis());
    }

    private Target target(String link, List<StoredIdentifier> posted) {
        SortedSet<String> stated = new TreeSet<>();
        for (GroupStatement statement : material.statements()) {
            String description = statement.description();
            if (description != null
                    && mapped.isGroup().of(statement.conversation())
                    && target(link) == platformOf(statement.conversation())
                    && description.toLowerCase(Locale.ROOT).contains(link.toLowerCase(Locale.ROOT))) {
                stated.add(material.conversation(statement.conversation())
                        .reference()
                        .key());
            }
        }
        if (!stated.isEmpty()) {
            return new Target(stated.stream().limit(MAX_INTO).toList(), Basis.STATED);
        }
        SortedSet<String> candidates = new TreeSet<>();
        for (StoredIdentifier one : posted) {
            for (String group : administered.getOrDefault(node(one.account()), new TreeSet<>())) {
                if (target(link) != null && platformOfGroup.get(group) == target(link)) {
                    candidates.add(group);
                }
            }
        }
        return candidates.isEmpty() || candidates.size() > MAX_INTO
                ? Target.UNKNOWN
                : new Target(List.copyOf(candidates), Basis.ADMINISTRATOR_POSTS_IT);
    }

    private Platform platformOf(int conversation) {
        return material.conversation(conversation).reference().platform();
    }

    private String node(int account) {
        return mapped.resolution().representative(material.accountKey(account));
    }
}
