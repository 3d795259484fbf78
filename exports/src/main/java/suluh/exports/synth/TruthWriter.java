package suluh.exports.synth;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import suluh.exports.synth.Conversation.Venue;
import suluh.exports.synth.Sightings.Account;
import suluh.exports.synth.Sightings.StrongLink;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes {@code truth.json}: who is who, and which conversations carry what. */
final class TruthWriter {
    private static final int VERSION = 1;

    private final ProbePlan plan;
    private final Narrator narrator;
    private final Tally tally;
    private final Sightings sightings;

    TruthWriter(ProbePlan plan, Narrator narrator, Tally tally) {
        this.plan = plan;
        this.narrator = narrator;
        this.tally = tally;
        sightings = new Sightings(plan);
    }

    void write(long seed, Noise noise, OutputFolder out) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), out.create("truth.json"))) {
            json.writeStartObject();
            json.writeStringProperty("format", "suluh-synthetic-truth");
            json.writeNumberProperty("version", VERSION);
            json.writeNumberProperty("seed", seed);
            if (noise != Noise.NONE) {
                json.writeStringProperty("noise", noise.wire());
            }
            json.writeNumberProperty("messages", tally.messages());
            json.writeNumberProperty("conversationCount", plan.conversationCount());
            json.writeNumberProperty("fileCount", tally.fileCount());
            writeFiles(json);
            writeGroups(json);
            writeReplacements(json);
            writeActors(json);
            writeTraps(json);
            writeConversations(json, "conversations", true);
            writeConversations(json, "innocentConversations", false);
            json.writeRaw("\n");
            json.writeEndObject();
            json.writeRaw("\n");
        }
    }

    /** Each element stands on a line of its own, for people and for diff. */
    private static void startElement(JsonGenerator json) {
        json.writeRaw("\n");
        json.writeStartObject();
    }

    private void writeFiles(JsonGenerator json) {
        json.writeArrayPropertyStart("files");
        for (Tally.FileCount file : tally.files()) {
            startElement(json);
            json.writeStringProperty("path", file.path());
            json.writeStringProperty("format", file.format());
            json.writeNumberProperty("messages", file.messages());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeGroups(JsonGenerator json) {
        GroupProfile group = plan.group();
        json.writeArrayPropertyStart("groups");
        startElement(json);
        json.writeStringProperty("platform", "facebook");
        json.writeStringProperty("name", group.name());
        json.writeStringProperty("description", GroupProfile.DESCRIPTION);
        json.writeNumberProperty("members", plan.cast().members().size());
        json.writeStringProperty(
                "created", Instant.ofEpochMilli(GroupProfile.FIRST_MILLIS).toString());
        json.writeStringProperty("creator", group.creator().id());
        json.writeEndObject();
        for (ProbePlan.SideGroup side : plan.sideGroups()) {
            Conversation conversation = side.conversation();
            Persona lead = conversation.crowd().core().get(0);
            startElement(json);
            json.writeStringProperty("platform", conversation.venue().wire());
            json.writeStringProperty("thread", thread(conversation));
            json.writeStringProperty("name", conversation.title());
            json.writeStringProperty("creator", lead.id());
            json.writeNumberProperty(
                    "membersDrawnFrom", conversation.crowd().pool().size());
            writeStrings(
                    json,
                    "brokers",
                    conversation.crowd().core().stream()
                            .skip(1)
                            .map(Persona::id)
                            .toList());
            if (conversation.venue() == Venue.TELEGRAM) {
                json.writeStringProperty("invite", lead.invite());
            }
            json.writeStringProperty("path", side.path());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeReplacements(JsonGenerator json) {
        json.writeArrayPropertyStart("replacements");
        for (ProbePlan.Replaced replaced : plan.replacements()) {
            startElement(json);
            json.writeStringProperty("silent", thread(replaced.silent().conversation()));
            json.writeStringProperty("successor", thread(replaced.successor().conversation()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeActors(JsonGenerator json) {
        SortedMap<String, SortedSet<String>> roles = ShownRoles.of(plan);
        json.writeArrayPropertyStart("actors");
        for (Map.Entry<String, List<Persona>> actor : sightings.actors().entrySet()) {
            Persona first = actor.getValue().get(0);
            startElement(json);
            json.writeStringProperty("id", actor.getKey());
            json.writeStringProperty("role", first.role().wire());
            writeStrings(json, "shows", List.copyOf(roles.getOrDefault(actor.getKey(), new TreeSet<>())));
            if (first.role().promotes()) {
                json.writeObjectPropertyStart("publishes");
                json.writeStringProperty("phone", first.phone());
                if (first.role() != Persona.Role.ACCESS_SELLER) {
                    json.writeStringProperty("invite", first.invite());
                }
                json.writeEndObject();
            }
            List<Account> accounts = sightings.accountsOf(actor.getValue());
            json.writeArrayPropertyStart("accounts");
            accounts.forEach(account -> writeAccount(json, account));
            json.writeEndArray();
            json.writeArrayPropertyStart("strongLinks");
            Sightings.strongLinks(accounts).forEach(link -> writeLink(json, link));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeAccount(JsonGenerator json, Account account) {
        json.writeStartObject();
        json.writeStringProperty("key", account.key());
        json.writeStringProperty("platform", account.platform());
        if (account.id().isEmpty()) {
            json.writeNullProperty("id");
        } else {
            json.writeStringProperty("id", account.id());
        }
        json.writeStringProperty("name", account.name());
        json.writeObjectPropertyStart("owned");
        account.owned().forEach(json::writeStringProperty);
        json.writeEndObject();
        writeStrings(json, "exports", account.exports());
        json.writeEndObject();
    }

    private static void writeLink(JsonGenerator json, StrongLink link) {
        json.writeStartObject();
        json.writeStringProperty("kind", link.kind());
        json.writeStringProperty("value", link.value());
        writeStrings(json, "accounts", link.accounts());
        json.writeEndObject();
    }

    private void writeTraps(JsonGenerator json) {
        Cast cast = plan.cast();
        json.writeArrayPropertyStart("traps");
        writeTrap(json, "shared-device-phone", cast.of("child-1").phone(), List.of("child-1", "child-2"));
        writeTrap(json, "namesake", cast.of("recruiter-2").facebookName(), List.of("recruiter-2", "namesake-1"));
        writeTrap(json, "namesake", cast.of("admin-2").telegramName(), List.of("admin-2", "namesake-2"));
        writeTrap(json, "published-number-only", cast.of("seller-2").phone(), List.of("seller-2"));
        cast.outsiders().traps().forEach(trap -> writeTrap(json, trap.kind(), trap.value(), trap.actors()));
        json.writeEndArray();
    }

    private static void writeTrap(JsonGenerator json, String kind, String value, List<String> actors) {
        startElement(json);
        json.writeStringProperty("kind", kind);
        json.writeStringProperty("value", value);
        writeStrings(json, "actors", actors);
        json.writeEndObject();
    }

    private void writeConversations(JsonGenerator json, String property, boolean staged) {
        json.writeArrayPropertyStart(property);
        for (ProbePlan.Marked marked : plan.marked()) {
            if (marked.conversation().script() instanceof Script.Staged == staged) {
                writeConversation(json, marked);
            }
        }
        json.writeEndArray();
    }

    private void writeConversation(JsonGenerator json, ProbePlan.Marked marked) {
        Conversation conversation = marked.conversation();
        startElement(json);
        json.writeStringProperty("platform", conversation.venue().wire());
        json.writeStringProperty("path", marked.path());
        json.writeStringProperty("thread", thread(conversation));
        json.writeStringProperty("title", conversation.title());
        json.writeStringProperty("language", conversation.language().wire());
        json.writeNumberProperty("messages", conversation.count());
        switch (conversation.script()) {
            case Script.Staged script -> writeCues(json, conversation, script);
            case Script.Innocent script -> json.writeStringProperty("kind", script.kind());
            case Script.Chatter ignored -> json.writeStringProperty("kind", "chatter");
            case Script.Promoting ignored -> json.writeStringProperty("kind", "promoting");
        }
        json.writeEndObject();
    }

    private void writeCues(JsonGenerator json, Conversation conversation, Script.Staged script) {
        Persona actor = script.actor();
        json.writeStringProperty("actor", actor.id());
        json.writeStringProperty("child", conversation.peerOf(actor).id());
        json.writeStringProperty("sender", Sightings.shownName(actor, conversation.venue()));
        json.writeArrayPropertyStart("cues");
        for (Script.Cue cue : script.cues()) {
            Line line = narrator.line(conversation, cue.index());
            json.writeStartObject();
            json.writeStringProperty("family", cue.family().wire());
            json.writeNumberProperty("index", cue.index());
            if (conversation.venue() == Venue.TELEGRAM) {
                json.writeNumberProperty("messageId", TelegramWriter.messageId(conversation, cue.index()));
            }
            json.writeStringProperty(
                    "at", Instant.ofEpochMilli(line.timeMillis()).toString());
            json.writeStringProperty("text", line.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What the export itself calls the conversation: a thread path, a chat's number, or a file's title. */
    private static String thread(Conversation conversation) {
        return switch (conversation.venue()) {
            case MESSENGER -> "inbox/" + conversation.thread();
            case TELEGRAM -> Long.toString(conversation.chatId());
            case WHATSAPP -> conversation.title();
        };
    }

    private static void writeStrings(JsonGenerator json, String property, List<String> values) {
        json.writeArrayPropertyStart(property);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
