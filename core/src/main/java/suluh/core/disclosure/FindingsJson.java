package suluh.core.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNull;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;
import suluh.core.identity.Actor;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.FileFate;
import suluh.core.observation.SourcePointer;

/** Renders findings as the JSON of {@code docs/formats/findings.md}, version {@value #FORMAT}. */
public final class FindingsJson {
    public static final String FORMAT = "suluh-findings/1";
    private static final String CAUTION = "Scores order attention. A person decides.";

    private FindingsJson() {}

    /** The findings as one JSON object; the same findings give an equal object. */
    public static JsonObject of(Findings findings) {
        return JsonObject.builder()
                .put("format", FORMAT)
                .put("caution", CAUTION)
                .put(
                        "received",
                        JsonObject.builder()
                                .put("items", findings.items())
                                .put("sizeBytes", findings.sizeBytes())
                                .build())
                .put("reading", reading(findings))
                .put("groups", array(findings.groups(), FindingsJson::group))
                .put("actors", array(findings.actors(), FindingsJson::actor))
                .put("suggestedLinks", array(findings.suggested(), LinkJson::of))
                .put("accounts", array(findings.accounts(), FindingsJson::account))
                .put("conversations", array(findings.conversations(), FindingsJson::conversation))
                .put("network", NetworkJson.of(findings.network()))
                .put("media", MediaJson.of(findings.media()))
                .build();
    }

    /** The source pointer as findings and observations write it. */
    public static JsonObject source(SourcePointer source) {
        return JsonObject.builder()
                .put("item", source.item().value())
                .put("path", source.path())
                .put("offset", source.offset())
                .put("length", source.length())
                .build();
    }

    private static JsonObject reading(Findings findings) {
        ReadingTotals totals = findings.reading();
        JsonObject.Builder files = JsonObject.builder();
        for (FileFate fate : FileFate.values()) {
            files.put(fate.wire(), totals.files().getOrDefault(fate, 0L));
        }
        JsonObject.Builder observations = JsonObject.builder();
        findings.observations().forEach(observations::put);
        return JsonObject.builder()
                .put("files", files.build())
                .put(
                        "records",
                        JsonObject.builder()
                                .put("seen", totals.recordsSeen())
                                .put("read", totals.recordsRead())
                                .put("skipped", totals.recordsSkipped())
                                .put("notUnderstood", totals.recordsNotUnderstood())
                                .build())
                .put("observations", observations.build())
                .put("alarms", totals.alarms())
                .build();
    }

    private static JsonObject group(GroupFinding group) {
        return conversationHead(group.conversation())
                .put("messages", group.messages())
                .put("members", group.members())
                .put("administrators", group.administrators())
                .put("statedPrivacy", textOrNull(group.statedPrivacy()))
                .put("statedMembers", group.statedMembers() < 0 ? JsonNull.NULL : JsonNumber.of(group.statedMembers()))
                .put("description", textOrNull(group.description()))
                .put("community", group.community())
                .put("links", array(group.links(), FindingsJson::publishedLink))
                .build();
    }

    private static JsonObject publishedLink(PublishedLink link) {
        return JsonObject.builder()
                .put("kind", link.kind().wire())
                .put("value", link.value())
                .put("times", link.times())
                .put("source", source(link.source()))
                .build();
    }

    private static JsonObject actor(Actor actor) {
        return JsonObject.builder()
                .put("id", actor.id())
                .put("accounts", array(actor.accounts(), JsonString::new))
                .put("links", array(actor.links(), LinkJson::of))
                .build();
    }

    private static JsonObject account(AccountFinding account) {
        NetworkPosition position = account.position();
        return JsonObject.builder()
                .put("key", account.key())
                .put("name", textOrNull(account.name()))
                .put("platform", account.platform().wire())
                .put("actor", textOrNull(account.actor()))
                .put("messages", account.messages())
                .put("groups", account.conversations())
                .put("priority", account.priority())
                .put("degree", position.degree())
                .put("betweenness", position.betweenness())
                .put("core", position.core())
                .put("community", position.community())
                .put("role", position.role())
                .put("reasons", array(account.reasons(), FindingsJson::reason))
                .put("contactPoints", array(account.contactPoints(), FindingsJson::contact))
                .build();
    }

    private static JsonObject reason(ReasonFinding reason) {
        return JsonObject.builder()
                .put("code", reason.code())
                .put("figure", reason.figure())
                .put("sources", sources(reason.sources()))
                .build();
    }

    private static JsonObject contact(ContactFinding contact) {
        return JsonObject.builder()
                .put("kind", contact.kind().wire())
                .put("relation", contact.relation().wire())
                .put("value", contact.value())
                .put("source", source(contact.source()))
                .build();
    }

    private static JsonObject conversation(ConversationFinding conversation) {
        return conversationHead(conversation.conversation())
                .put("messages", conversation.messages())
                .put("score", conversation.score())
                .put("band", conversation.band())
                .put("sender", textOrNull(conversation.sender()))
                .put("firstLook", momentOrNull(conversation.firstLook()))
                .put("firstAlert", momentOrNull(conversation.firstAlert()))
                .put("course", array(conversation.course(), FindingsJson::step))
                .put("cues", array(conversation.cues(), FindingsJson::cue))
                .put("signals", array(conversation.signals(), FindingsJson::reason))
                .build();
    }

    private static JsonValue momentOrNull(@Nullable ScoreStep moment) {
        return moment == null
                ? JsonNull.NULL
                : JsonObject.builder()
                        .put("index", moment.messageIndex())
                        .put("source", source(moment.source()))
                        .build();
    }

    private static JsonObject step(ScoreStep step) {
        return JsonObject.builder()
                .put("index", step.messageIndex())
                .put("score", step.score())
                .put("band", step.band())
                .put("source", source(step.source()))
                .build();
    }

    private static JsonObject cue(CueFinding cue) {
        return JsonObject.builder()
                .put("code", cue.code())
                .put("sender", cue.sender())
                .put("messageIndex", cue.messageIndex())
                .put("messageId", textOrNull(cue.messageId()))
                .put("text", cue.text())
                .put("start", cue.start())
                .put("end", cue.end())
                .put("source", source(cue.source()))
                .build();
    }

    private static JsonObject.Builder conversationHead(ConversationRef conversation) {
        return JsonObject.builder()
                .put("key", conversation.key())
                .put("name", textOrNull(conversation.name()))
                .put("platform", conversation.platform().wire())
                .put("type", conversation.type().wire());
    }

    static JsonArray sources(List<SourcePointer> sources) {
        return array(sources, FindingsJson::source);
    }

    private static JsonValue textOrNull(@Nullable String text) {
        return text == null ? JsonNull.NULL : new JsonString(text);
    }

    private static <T> JsonArray array(Collection<T> values, Function<? super T, ? extends JsonValue> render) {
        return JsonArray.of(values.stream().<JsonValue>map(render).toList());
    }
}
