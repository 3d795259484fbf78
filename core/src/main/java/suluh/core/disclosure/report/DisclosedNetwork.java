package suluh.core.disclosure.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonValue;
import suluh.core.disclosure.FindingsJson;
import suluh.core.network.CaseNetwork;
import suluh.core.network.NetworkBuilder;
import suluh.core.network.NetworkMap;
import suluh.core.network.NetworkMeasures;
import suluh.core.network.NetworkPicture;
import suluh.core.network.NodeKind;
import suluh.core.network.NodeRoles;
import suluh.core.network.Observed;
import suluh.core.network.Role;
import suluh.core.network.RoleAssessor;
import suluh.core.network.RoleEvidence;
import suluh.core.network.TieKind;
import suluh.core.observation.SourcePointer;

/**
 * The network that the records of a disclosure show, measured and drawn anew from them alone.
 *
 * <p>In the redacted edition nodes are called by what stands for them. Memory: accounts, conversations, and pairs of them.
 * Not thread-safe.
 */
final class DisclosedNetwork {
    private static final long SEED = 1;

    /** An account's part in a conversation. */
    private static final class Part {
        private @Nullable SourcePointer membership;
        private boolean administers;
        private @Nullable SourcePointer message;
        private long messages;
        private @Nullable Instant first;
        private @Nullable Instant last;
    }

    private record Invited(String from, String to, SourcePointer source) {}

    private final SequencedMap<String, String> names = new LinkedHashMap<>();
    private final SequencedMap<String, Boolean> groups = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedMap<String, Part>> parts = new LinkedHashMap<>();
    private final List<Invited> invited = new ArrayList<>();
    private @Nullable Shown shown;

    /**
     * What the report shows of it.
     *
     * @param json the member {@code network} of findings
     * @param picture an {@code <svg>} element, or empty when there is nothing to draw
     */
    record Shown(JsonObject json, String picture) {}

    void account(String key, String name) {
        names.put(key, name.isEmpty() ? key : name);
    }

    void conversation(String key, String name, boolean isGroup) {
        names.put(key, name.isEmpty() ? key : name);
        groups.put(key, isGroup);
    }

    void member(String conversation, String account, boolean administers, SourcePointer source) {
        Part part = part(conversation, account);
        part.administers |= administers;
        part.membership = part.membership == null ? source : part.membership;
    }

    void invitation(String from, String to, SourcePointer source) {
        invited.add(new Invited(from, to, source));
    }

    void message(String conversation, String account, @Nullable Instant at, SourcePointer source) {
        Part part = part(conversation, account);
        part.messages++;
        part.message = part.message == null ? source : part.message;
        if (at != null) {
            part.first = part.first == null || at.isBefore(part.first) ? at : part.first;
            part.last = part.last == null || at.isAfter(part.last) ? at : part.last;
        }
    }

    /** Accounts seen in the conversation. */
    long members(String conversation) {
        SequencedMap<String, Part> seen = parts.get(conversation);
        return seen == null ? 0 : seen.size();
    }

    long messages(String conversation) {
        SequencedMap<String, Part> seen = parts.get(conversation);
        return seen == null
                ? 0
                : seen.values().stream().mapToLong(part -> part.messages).sum();
    }

    /** What it shows, measured and drawn once for the reports of all languages; no record is taken in after. */
    Shown shown() {
        Shown known = shown;
        if (known == null) {
            known = measured();
            shown = known;
        }
        return known;
    }

    private Shown measured() {
        CaseNetwork network = network();
        NetworkMeasures measures = NetworkMeasures.of(network, SEED);
        List<NodeRoles> roles = RoleAssessor.roles(network, measures, List.of());
        NetworkMap map = NetworkMap.of(
                network,
                measures,
                roles,
                key -> new NetworkMap.Label(names.getOrDefault(key, key), new TreeSet<>()),
                NetworkPicture.MAX_NODES);
        List<JsonValue> told = new ArrayList<>();
        List<JsonValue> called = new ArrayList<>();
        for (NodeRoles node : roles) {
            if (node.leading().compareTo(Role.MEMBER) < 0) {
                told.add(role(node));
                called.add(JsonObject.builder()
                        .put("id", node.key())
                        .put("name", names.getOrDefault(node.key(), node.key()))
                        .build());
            }
        }
        JsonObject json = JsonObject.builder()
                .put("nodes", network.nodeCount())
                .put("edges", network.tiedPairs())
                .put("roles", JsonArray.of(told))
                .put("names", JsonArray.of(called))
                .build();
        return new Shown(json, network.tiedPairs() == 0 ? "" : NetworkPicture.svg(map, node -> ""));
    }

    private Part part(String conversation, String account) {
        return parts.computeIfAbsent(conversation, ignored -> new LinkedHashMap<>())
                .computeIfAbsent(account, ignored -> new Part());
    }

    private CaseNetwork network() {
        NetworkBuilder builder = new NetworkBuilder();
        parts.forEach((conversation, seen) -> {
            seen.keySet().forEach(account -> builder.node(account, NodeKind.ACCOUNT));
            if (groups.getOrDefault(conversation, false) || seen.size() > 2) {
                builder.node(conversation, NodeKind.GROUP);
                seen.forEach((account, part) -> group(builder, account, conversation, part));
            } else if (seen.size() == 2) {
                direct(builder, seen);
            }
        });
        for (Invited one : invited) {
            builder.node(one.from(), NodeKind.ACCOUNT);
            builder.node(one.to(), NodeKind.ACCOUNT);
            builder.tie(one.from(), one.to(), TieKind.INVITATION, Observed.once(null, one.source()));
        }
        return builder.build();
    }

    private static void group(NetworkBuilder builder, String account, String conversation, Part part) {
        SourcePointer membership = part.membership;
        SourcePointer message = part.message;
        if (membership != null) {
            TieKind kind = part.administers ? TieKind.ADMINISTRATION : TieKind.MEMBERSHIP;
            builder.tie(account, conversation, kind, Observed.once(null, membership));
        }
        if (message != null) {
            builder.tie(
                    account,
                    conversation,
                    TieKind.MESSAGES,
                    new Observed(part.messages, part.first, part.last, List.of(message)));
        }
    }

    private static void direct(NetworkBuilder builder, SequencedMap<String, Part> seen) {
        String a = seen.firstEntry().getKey();
        String b = seen.lastEntry().getKey();
        for (Map.Entry<String, Part> entry : seen.entrySet()) {
            Part part = entry.getValue();
            SourcePointer message = part.message;
            SourcePointer membership = part.membership;
            if (message != null) {
                builder.tie(a, b, TieKind.DIRECT, new Observed(part.messages, part.first, part.last, List.of(message)));
            } else if (membership != null) {
                builder.tie(a, b, TieKind.DIRECT, Observed.once(null, membership));
            }
        }
    }

    private static JsonObject role(NodeRoles node) {
        List<JsonValue> evidence = new ArrayList<>();
        for (RoleEvidence one : node.evidence()) {
            evidence.add(JsonObject.builder()
                    .put("code", one.code().wire())
                    .put("figure", one.figure())
                    .put(
                            "sources",
                            JsonArray.of(one.sources().stream()
                                    .<JsonValue>map(FindingsJson::source)
                                    .toList()))
                    .build());
        }
        return JsonObject.builder()
                .put("id", node.key())
                .put("role", node.leading().wire())
                .put("evidence", JsonArray.of(evidence))
                .build();
    }
}
