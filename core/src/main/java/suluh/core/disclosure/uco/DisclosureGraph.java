package suluh.core.disclosure.uco;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.Placeholder;
import suluh.core.disclosure.uco.CaseGraph.AccountObject;
import suluh.core.disclosure.uco.CaseGraph.Custody;
import suluh.core.disclosure.uco.CaseGraph.Foundation;
import suluh.core.disclosure.uco.CaseGraph.ItemObject;
import suluh.core.disclosure.uco.CaseGraph.MessageObject;
import suluh.core.disclosure.uco.CaseGraph.OtherDigests;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;

/**
 * Draws the records of a disclosure as a CASE/UCO graph: names of objects come from the originals, so that an object has
 * one name in both editions; every text comes from the record as it may be shown.
 *
 * <p>Memory: one record, and sets of the programs, persons and platforms drawn. Not thread-safe.
 */
public final class DisclosureGraph implements AutoCloseable {
    private static final double MILLE = 1000;

    private final CaseGraph graph;
    private final Set<String> drawn = new HashSet<>();
    private final Map<String, Integer> events = new HashMap<>();

    /** Begins the graph. */
    public DisclosureGraph(OutputStream out, ObjectIds ids) throws IOException {
        this.graph = new CaseGraph(out, ids);
    }

    /** Draws a record; kinds that UCO has no class for are left to records.jsonl. */
    public void add(DisclosedRecord original, DisclosedRecord shown) throws IOException {
        switch (original.kind()) {
            case "disclosure" -> foundation(shown);
            case "item" -> item(original, shown);
            case "custody" -> custody(original, shown);
            case "conversation" -> {
                platform(shown.text("platform"));
                graph.thread(original.text("key"), shown.texts().get("name"));
            }
            case "account" -> account(original, shown);
            case "membership" -> membership(original, shown);
            case "same-actor" ->
                graph.sameActor(
                        original.text("a"),
                        original.text("b"),
                        shown.text("basis"),
                        shown.figures().getOrDefault("probabilityPerMille", 0L) / MILLE);
            case "assessment" -> {
                tool(shown.text("tool"));
                graph.assessment(
                        original.text("conversation"),
                        shown.text("band"),
                        shown.figures().getOrDefault("scorePerMille", 0L) / MILLE,
                        shown.text("model"),
                        shown.text("tool"));
            }
            case "message" -> message(original, shown);
            default -> {}
        }
    }

    /** Ends the graph; the stream stays open. */
    @Override
    public void close() throws IOException {
        graph.close();
    }

    private void foundation(DisclosedRecord shown) throws IOException {
        graph.foundation(new Foundation(
                shown.text("case"),
                shown.text("agency"),
                Instant.parse(shown.text("openedAt")),
                shown.text("offence"),
                shown.text("authority"),
                shown.text("register")));
    }

    private void item(DisclosedRecord original, DisclosedRecord shown) throws IOException {
        graph.item(new ItemObject(
                original.text("item"),
                shown.text("item"),
                shown.text("name"),
                shown.figures().getOrDefault("sizeBytes", 0L),
                shown.text("sha256"),
                new OtherDigests(shown.text("sha512"), shown.text("sha1"), shown.text("md5"))));
    }

    private void custody(DisclosedRecord original, DisclosedRecord shown) throws IOException {
        tool(shown.text("tool"));
        if (drawn.add("person " + shown.text("person"))) {
            graph.person(shown.text("person"));
        }
        graph.custody(
                original.text("item"),
                new Custody(
                        events.merge(original.text("item"), 1, Integer::sum),
                        Instant.parse(shown.text("at")),
                        shown.text("person"),
                        shown.text("act"),
                        shown.text("how"),
                        shown.text("tool"),
                        shown.text("result")));
    }

    private void account(DisclosedRecord original, DisclosedRecord shown) throws IOException {
        platform(shown.text("platform"));
        String key = shown.text("key");
        boolean isHidden = Placeholder.of(key).isPresent();
        String rest = key.substring(key.indexOf(':') + 1);
        @Nullable String name = shown.texts().get("name");
        graph.account(new AccountObject(
                original.text("key"),
                Platform.ofWire(shown.text("platform")),
                isHidden || rest.startsWith("~") ? null : rest,
                isHidden ? key : name));
    }

    private void membership(DisclosedRecord original, DisclosedRecord shown) throws IOException {
        boolean administers =
                shown.text("role").equals("creator") || shown.text("role").equals("administrator");
        String kind = administers ? "Administrator_Of" : "Member_Of";
        // Several records may say the same; the first is drawn.
        if (drawn.add("member " + original.text("account") + "\n" + original.text("conversation") + "\n" + kind)) {
            graph.membership(
                    original.text("account"),
                    original.text("conversation"),
                    kind,
                    source(original, shown.text("path")));
        }
    }

    private void message(DisclosedRecord original, DisclosedRecord shown) throws IOException {
        String sentAt = shown.text("sentAt");
        graph.message(
                new MessageObject(
                        original.text("conversation"),
                        Platform.ofWire(shown.text("platform")),
                        original.texts().get("sender"),
                        null,
                        sentAt.isEmpty() ? null : Instant.parse(sentAt),
                        shown.text("sentAtText"),
                        shown.text("type"),
                        shown.text("text"),
                        source(original, original.text("path"))),
                shown.text("path"));
    }

    private static SourcePointer source(DisclosedRecord original, String path) {
        return new SourcePointer(
                new EvidenceId(original.text("item")),
                path,
                original.figures().getOrDefault("offset", 0L),
                original.figures().getOrDefault("length", 0L));
    }

    private void platform(String wire) throws IOException {
        if (drawn.add("platform " + wire)) {
            graph.platform(Platform.ofWire(wire));
        }
    }

    private void tool(String tool) throws IOException {
        if (drawn.add("tool " + tool)) {
            graph.tool(tool);
        }
    }
}
