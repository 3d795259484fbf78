package suluh.app.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.core.identity.Resolution;
import suluh.core.network.LikeGroup;
import suluh.core.network.NetworkInsight;
import suluh.core.network.NetworkMap.Label;

/** Names and platforms of the nodes of a network: of an actor, the first name that an account of it has, and all platforms. */
final class LabelNodes {
    private final Map<String, Label> labels = new HashMap<>();

    LabelNodes(CaseMaterial material, Resolution resolution) {
        for (StoredAccount account : material.accounts()) {
            String name = account.name();
            if (name != null && !name.isEmpty()) {
                add(account, resolution, name);
            }
        }
        // A key is a name only for who has no other.
        material.accounts().forEach(account -> add(account, resolution, account.key()));
        for (StoredConversation conversation : material.conversations()) {
            String name = conversation.reference().name();
            add(
                    conversation.reference().key(),
                    name == null ? conversation.reference().id() : name,
                    conversation.reference().platform().wire());
        }
    }

    private void add(StoredAccount account, Resolution resolution, String name) {
        add(resolution.representative(account.key()), name, account.platform().wire());
    }

    private void add(String key, String name, String platform) {
        labels.merge(key, new Label(name, new TreeSet<>(Set.of(platform))), (known, more) -> {
            TreeSet<String> platforms = new TreeSet<>(known.platforms());
            platforms.addAll(more.platforms());
            return new Label(known.name(), platforms);
        });
    }

    Label label(String key) {
        Label label = labels.get(key);
        if (label == null) {
            throw new IllegalStateException("a node of the network is neither account nor group");
        }
        return label;
    }

    /** Name of each node that the insight speaks of, where it is another than its key. */
    SortedMap<String, String> namesIn(NetworkInsight insight, List<String> keyPlayers) {
        SortedMap<String, String> names = new TreeMap<>();
        add(names, keyPlayers);
        insight.roles().forEach(role -> add(names, List.of(role.key())));
        insight.groups().forEach(group -> add(names, List.of(group.key())));
        insight.likeGroups().forEach((group, like) -> {
            add(names, List.of(group));
            add(names, like.stream().map(LikeGroup::key).toList());
            like.forEach(one -> one.reasons().forEach(reason -> add(names, reason.examples())));
        });
        insight.replacements().forEach(one -> add(names, List.of(one.silent(), one.successor())));
        insight.recruitments().forEach(one -> add(names, List.of(one.recruiter(), one.other())));
        insight.invitePosts().forEach(one -> {
            String from = one.from();
            add(names, one.into());
            add(names, from == null ? List.of(one.by()) : List.of(one.by(), from));
        });
        insight.whatIf().accounts().forEach(step -> add(names, List.of(step.key())));
        insight.whatIf().links().forEach(link -> add(names, List.of(link.a(), link.b())));
        insight.whatIf().reach().forEach(one -> add(names, List.of(one.key())));
        insight.rankIntervals().forEach(one -> add(names, List.of(one.key())));
        return names;
    }

    private void add(SortedMap<String, String> names, Collection<String> keys) {
        for (String key : keys) {
            Label label = labels.get(key);
            if (label != null && !label.name().equals(key)) {
                names.put(key, label.name());
            }
        }
    }
}
