package suluh.app.flow;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.MakeFindings.Made;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.Secrets;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredMessage;
import suluh.app.store.StoredTie;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.conversation.CueWeights;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.uco.CaseGraph;
import suluh.core.disclosure.uco.CaseGraph.AccountObject;
import suluh.core.disclosure.uco.CaseGraph.Custody;
import suluh.core.disclosure.uco.CaseGraph.Foundation;
import suluh.core.disclosure.uco.CaseGraph.MessageObject;
import suluh.core.disclosure.uco.CaseGraph.OtherDigests;
import suluh.core.disclosure.uco.ObjectIds;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.Platform;

/**
 * Draws a case as a CASE/UCO graph out of its custody, its observations and its findings; messages are streamed.
 *
 * <p>Names of objects come from a secret of this installation, so that they stay the same from bundle to bundle and tell
 * nobody what they stand for.
 */
final class DrawCaseGraph {
    private static final String BASE = "https://suluh.invalid/kb/";
    private static final int SECRET_BYTES = 32;

    private final House house;
    private final OpenedCase opened;

    DrawCaseGraph(House house, OpenedCase opened) {
        this.house = house;
        this.opened = opened;
    }

    /** What names of objects of this case begin with. */
    static String base(String caseNumber) {
        return BASE + caseNumber + "/";
    }

    /** The secret that names of objects are made with; the same for every bundle of the installation. */
    static byte[] secret(House house) throws IOException {
        return Secrets.kept(house.folder().keys().resolve("graph.key"), () -> Secrets.bytes(SECRET_BYTES));
    }

    /** Writes the graph; the stream stays open. */
    void run(List<ReceivedItem> items, Made made, OutputStream out) throws IOException {
        CaseMaterial material = new CaseMaterial(house.observations(), opened.id());
        try (CaseGraph graph = new CaseGraph(out, new ObjectIds(base(opened.number()), secret(house)))) {
            graph.foundation(new Foundation(
                    opened.number(),
                    opened.acting().agency(),
                    house.cases().openedAt(opened.id()),
                    opened.mandate().offence().code(),
                    opened.mandate().authority().reference(),
                    opened.mandate().registerVersion()));
            drawItems(graph, items);
            drawAccounts(graph, material);
            drawThreads(graph, material);
            drawFindings(graph, parsed(made.findings()));
            house.observations().forEachMessage(opened.id(), message -> draw(graph, material, message));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void drawItems(CaseGraph graph, List<ReceivedItem> items) throws IOException {
        Map<EvidenceId, OtherDigests> digests = house.evidence().otherDigests(opened.id());
        Map<EvidenceId, List<Custody>> custody = new TreeMap<>();
        SortedSet<String> tools = new TreeSet<>(List.of(House.tool()));
        SortedSet<String> persons = new TreeSet<>();
        for (ReceivedItem item : items) {
            List<Custody> events = new ArrayList<>();
            for (CustodyEvent event : house.evidence().custody(opened.id(), item.id())) {
                tools.add(event.tool());
                persons.add(event.person());
                events.add(new Custody(
                        events.size() + 1,
                        event.at(),
                        event.person(),
                        event.act(),
                        event.how(),
                        event.tool(),
                        event.result()));
            }
            custody.put(item.id(), events);
        }
        for (String tool : tools) {
            graph.tool(tool);
        }
        for (String person : persons) {
            graph.person(person);
        }
        for (ReceivedItem item : items) {
            OtherDigests others = digests.get(item.id());
            if (others == null) {
                throw new IllegalStateException("item " + item.id() + " has no digests");
            }
            graph.item(item, others, custody.getOrDefault(item.id(), List.of()));
        }
    }

    private static void drawAccounts(CaseGraph graph, CaseMaterial material) throws IOException {
        SortedSet<Platform> platforms = new TreeSet<>();
        material.accounts().forEach(account -> platforms.add(account.platform()));
        material.conversations()
                .forEach(conversation -> platforms.add(conversation.reference().platform()));
        for (Platform platform : platforms) {
            graph.platform(platform);
        }
        for (StoredAccount account : material.accounts()) {
            graph.account(new AccountObject(account.key(), account.platform(), identifier(account), account.name()));
        }
    }

    /** The platform's own id; a key that begins with a tilde is a name in a place. */
    private static @Nullable String identifier(StoredAccount account) {
        String rest = account.key().substring(account.key().indexOf(':') + 1);
        return rest.startsWith("~") ? null : rest;
    }

    private static void drawThreads(CaseGraph graph, CaseMaterial material) throws IOException {
        for (StoredConversation conversation : material.conversations()) {
            graph.thread(
                    conversation.reference().key(), conversation.reference().name());
        }
        String last = "";
        for (StoredTie tie : material.ties()) {
            boolean administers = tie.role().equals("creator") || tie.role().equals("administrator");
            String kind = administers ? "Administrator_Of" : "Member_Of";
            String relation = tie.account() + ">" + tie.conversation() + ">" + kind;
            // Several records may say the same; the first is drawn. Writing is told by the messages.
            if (!tie.role().equals("writer") && !relation.equals(last)) {
                graph.membership(
                        material.accountKey(tie.account()),
                        material.conversation(tie.conversation()).reference().key(),
                        kind,
                        tie.source());
                last = relation;
            }
        }
    }

    private static JsonObject parsed(byte[] findings) {
        try {
            return JsonParser.parseObject(findings);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("the findings just made cannot be read", e);
        }
    }

    private static void drawFindings(CaseGraph graph, JsonObject findings) throws IOException {
        for (JsonObject actor : objects(findings, "actors")) {
            for (JsonObject link : objects(actor, "links")) {
                graph.sameActor(text(link, "a"), text(link, "b"), text(link, "basis"), link.number("probability"));
            }
        }
        for (JsonObject conversation : objects(findings, "conversations")) {
            double score = conversation.members().get("score") instanceof JsonNumber number ? number.value() : 0;
            graph.assessment(
                    text(conversation, "key"), text(conversation, "band"), score, CueWeights.MODEL, House.tool());
        }
    }

    private static List<JsonObject> objects(JsonObject parent, String key) {
        List<JsonObject> objects = new ArrayList<>();
        if (parent.members().get(key) instanceof JsonArray array) {
            for (JsonValue value : array.values()) {
                if (value instanceof JsonObject object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static String text(JsonObject object, String key) {
        return object.members().get(key) instanceof JsonString text ? text.value() : "";
    }

    private static void draw(CaseGraph graph, CaseMaterial material, StoredMessage message) {
        StoredConversation conversation = material.conversation(message.conversation());
        try {
            graph.message(new MessageObject(
                    conversation.reference().key(),
                    conversation.reference().platform(),
                    message.sender() == 0 ? null : material.accountKey(message.sender()),
                    message.platformId(),
                    message.sentAt(),
                    message.sentText(),
                    message.kind(),
                    message.text(),
                    message.source()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
