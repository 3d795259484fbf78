package suluh.app.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredMessage;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonValue;
import suluh.core.casework.course.CaseStanding;
import suluh.core.conversation.CueWeights;
import suluh.core.disclosure.ReadingTotals;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.redaction.Placeholder;
import suluh.core.disclosure.redaction.RedactionKind;
import suluh.core.disclosure.selection.DisclosurePlan;
import suluh.core.disclosure.selection.Exclusion;
import suluh.core.disclosure.uco.CaseGraph.OtherDigests;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.SourcePointer;

/**
 * Says a case as records of a disclosure, in the order of docs/formats/disclosure.md: the same case, plan and moment give
 * the same records. Messages are streamed.
 */
final class DisclosureRecords {
    private static final double MILLE = 1000;
    /** Numbers of what is kept out, apart from those of what is not. */
    private static final int EXCLUDED = 2_000_000;

    private static final Placeholder FILE = new Placeholder(RedactionKind.FILE, 0);

    private final House house;
    private final OpenedCase opened;
    private final DisclosurePlan plan;
    private final DisclosureScope scope;
    private final DisclosureNames names;
    private final Sink sink;

    /** Takes the records one by one. */
    interface Sink {
        void accept(RecordDraft draft) throws IOException;
    }

    DisclosureRecords(
            House house,
            OpenedCase opened,
            DisclosurePlan plan,
            DisclosureScope scope,
            DisclosureNames names,
            Sink sink) {
        this.house = house;
        this.opened = opened;
        this.plan = plan;
        this.scope = scope;
        this.names = names;
        this.sink = sink;
    }

    /** Gives all records to the sink. */
    void say() throws IOException {
        head();
        chosen();
        exclusions();
        items();
        readings();
        for (StoredConversation conversation : scope.conversations()) {
            sink.accept(new RecordDraft("conversation")
                    .text("key", conversation.reference().key(), DisclosureNames.conversation(conversation))
                    .text(
                            "name",
                            Optional.ofNullable(conversation.reference().name()).orElse(""),
                            DisclosureNames.conversation(conversation))
                    .text("platform", conversation.reference().platform().wire())
                    .text("type", conversation.reference().type().wire())
                    .figure("messagesRead", conversation.messages()));
        }
        accounts();
        ties();
        findings();
        messages();
    }

    private void head() throws IOException {
        CaseStanding standing =
                house.database().inCase(opened.id(), () -> house.course().standing());
        RecordDraft head = new RecordDraft("disclosure")
                .text("disclosure", plan.id())
                .text("case", opened.number())
                .text("agency", house.cases().row(opened.id()).agency())
                .time("openedAt", house.cases().openedAt(opened.id()))
                .text("offence", opened.mandate().offence().code())
                .text("authority", opened.mandate().authority().reference())
                .text("register", opened.mandate().registerVersion())
                .text("sensitivity", standing.sensitivity().wire())
                .text("purpose", plan.purpose())
                .text("recipient", plan.recipient())
                .text("plannedBy", plan.plannedBy())
                .time("from", plan.selection().from())
                .time("until", plan.selection().until());
        scope.figures().forEach(head::figure);
        sink.accept(head);
    }

    /** What was named in the selection; nothing when it is the whole case. */
    private void chosen() throws IOException {
        for (StoredConversation conversation : scope.material().conversations()) {
            if (plan.selection()
                    .conversations()
                    .contains(conversation.reference().key())) {
                sink.accept(new RecordDraft("chosen")
                        .text("what", "conversation")
                        .text("key", conversation.reference().key(), DisclosureNames.conversation(conversation)));
            }
        }
        for (StoredAccount account : scope.material().accounts()) {
            if (plan.selection().accounts().contains(account.key())) {
                sink.accept(new RecordDraft("chosen")
                        .text("what", "account")
                        .text("key", account.key(), names.account(account.id())));
            }
        }
    }

    private void exclusions() throws IOException {
        int number = 0;
        for (Exclusion exclusion : scope.exclusions()) {
            boolean isItem = exclusion.kind().equals("item");
            Placeholder placeholder =
                    new Placeholder(isItem ? RedactionKind.ITEM : RedactionKind.CONVERSATION, EXCLUDED + ++number);
            // The name is not told to those who may not know what was kept out.
            sink.accept(new RecordDraft("exclusion")
                    .text("reason", exclusion.reason().wire())
                    .text("what", exclusion.kind())
                    .text("key", exclusion.key(), Optional.of(placeholder))
                    .figure("messages", exclusion.messages()));
        }
    }

    private void items() throws IOException {
        Map<EvidenceId, OtherDigests> digests = house.evidence().otherDigests(opened.id());
        for (ReceivedItem item : scope.items()) {
            OtherDigests others = digests.get(item.id());
            if (others == null) {
                throw new IllegalStateException("item " + item.id() + " has no digests");
            }
            sink.accept(new RecordDraft("item")
                    .text("item", item.id().value(), names.item(item.id()))
                    .text("name", item.name())
                    .text("sha256", item.sha256().hex())
                    .text("sha512", others.sha512())
                    .text("sha1", others.sha1())
                    .text("md5", others.md5())
                    .text("bytes", scope.bytesOf(item.id()))
                    .figure("sizeBytes", item.sizeBytes()));
            for (CustodyEvent event : house.evidence().custody(opened.id(), item.id())) {
                if (event.at().isBefore(plan.plannedAt())) {
                    sink.accept(custody(item, event));
                }
            }
        }
    }

    /**
     * What became of the files of each item, counted; and of items that go out whole each file that was not read wholly or
     * was read with an alarm: paths in other items may tell of what was not selected.
     */
    private void readings() throws IOException {
        Map<EvidenceId, List<FileReading>> byItem = new HashMap<>();
        for (FileReading reading : house.readings().all(opened.id(), scope.items())) {
            byItem.computeIfAbsent(reading.item(), ignored -> new ArrayList<>()).add(reading);
        }
        for (ReceivedItem item : scope.items()) {
            sink.accept(counted(item, byItem.getOrDefault(item.id(), List.of())));
        }
        for (ReceivedItem item : scope.items()) {
            if (scope.bytesOf(item.id()).equals(DisclosureScope.IN_FULL)) {
                for (FileReading reading : byItem.getOrDefault(item.id(), List.of())) {
                    file(reading);
                }
            }
        }
    }

    private RecordDraft counted(ReceivedItem item, List<FileReading> readings) {
        RecordDraft draft = new RecordDraft("reading").text("item", item.id().value(), names.item(item.id()));
        ReadingTotals totals = ReadingTotals.of(readings);
        totals.files().forEach((fate, files) -> draft.figure("files-" + fate.wire(), files));
        return draft.figure("records-seen", totals.recordsSeen())
                .figure("records-read", totals.recordsRead())
                .figure("records-skipped", totals.recordsSkipped())
                .figure("records-notUnderstood", totals.recordsNotUnderstood());
    }

    private void file(FileReading reading) throws IOException {
        List<String> why = new ArrayList<>();
        if (!reading.reason().isEmpty()) {
            why.add(reading.reason());
        }
        reading.alarms().forEach(alarm -> why.add(alarm.message()));
        if (reading.fate() != FileFate.READ || !why.isEmpty()) {
            sink.accept(new RecordDraft("file")
                    .text("item", reading.item().value(), names.item(reading.item()))
                    .text("path", reading.path())
                    .text("fate", reading.fate().wire())
                    .text("why", String.join("; ", why)));
        }
    }

    private RecordDraft custody(ReceivedItem item, CustodyEvent event) {
        return new RecordDraft("custody")
                .text("item", item.id().value(), names.item(item.id()))
                .time("at", event.at())
                .text("person", event.person())
                .text("act", event.act())
                .text("how", event.how())
                .text("authority", event.authority())
                .text("tool", event.tool())
                .text("result", event.result());
    }

    private void accounts() throws IOException {
        for (StoredAccount account : scope.material().accounts()) {
            if (scope.takesAccount(account.id())) {
                sink.accept(new RecordDraft("account")
                        .text("key", account.key(), names.account(account.id()))
                        .text("name", Optional.ofNullable(account.name()).orElse(""), names.account(account.id()))
                        .text("platform", account.platform().wire())
                        .text("role", names.roleOf(account)));
            }
        }
    }

    private void ties() throws IOException {
        for (var tie : scope.material().ties()) {
            if (!tie.role().equals("writer") && scope.takes(tie)) {
                StoredConversation conversation = scope.material().conversation(tie.conversation());
                sink.accept(account(new RecordDraft("membership"), "account", tie.account())
                        .text(
                                "conversation",
                                conversation.reference().key(),
                                DisclosureNames.conversation(conversation))
                        .text("role", tie.role())
                        .source(tie.source(), names.item(tie.source().item())));
            }
        }
        for (var invitation : scope.material().invitations()) {
            EvidenceId item = invitation.source().item();
            if (scope.takesSourceIn(item, invitation.conversation()) && scope.takesAccount(invitation.invited())) {
                StoredConversation conversation = scope.material().conversation(invitation.conversation());
                RecordDraft draft = account(new RecordDraft("invitation"), "account", invitation.invited())
                        .text(
                                "conversation",
                                conversation.reference().key(),
                                DisclosureNames.conversation(conversation))
                        .source(invitation.source(), names.item(item));
                sink.accept(invitation.inviter() == 0 ? draft : account(draft, "inviter", invitation.inviter()));
            }
        }
        for (var contact : scope.material().contacts()) {
            if (scope.takesAccount(contact.account())
                    && scope.takesSourceIn(contact.source().item(), contact.conversation())) {
                sink.accept(account(new RecordDraft("contact-point"), "account", contact.account())
                        .text("type", contact.kind().wire())
                        .text("relation", contact.relation().wire())
                        .text("value", contact.normalised(), names.contact(contact))
                        .figure("times", contact.times())
                        .source(contact.source(), names.item(contact.source().item())));
            }
        }
    }

    private RecordDraft account(RecordDraft draft, String field, int account) {
        return draft.text(field, scope.material().accountKey(account), names.account(account));
    }

    private void findings() throws IOException {
        Optional<JsonObject> findings = house.parsedFindings().latest(opened.id());
        if (findings.isEmpty()) {
            return;
        }
        Map<String, Integer> byKey = new HashMap<>();
        scope.material().accounts().forEach(account -> byKey.put(account.key(), account.id()));
        for (JsonObject actor : objects(findings.get(), "actors")) {
            for (JsonObject link : objects(actor, "links")) {
                int a = byKey.getOrDefault(link.text("a").orElse(""), 0);
                int b = byKey.getOrDefault(link.text("b").orElse(""), 0);
                if (a != 0 && b != 0 && scope.takesAccount(a) && scope.takesAccount(b)) {
                    sink.accept(account(account(new RecordDraft("same-actor"), "a", a), "b", b)
                            .text("basis", link.text("basis").orElse(""))
                            .figure("probabilityPerMille", Math.round(link.number("probability") * MILLE)));
                }
            }
        }
        Map<String, StoredConversation> taken = new HashMap<>();
        scope.conversations().forEach(one -> taken.put(one.reference().key(), one));
        for (JsonObject assessed : objects(findings.get(), "conversations")) {
            StoredConversation conversation = taken.get(assessed.text("key").orElse(""));
            // A score is of the whole conversation; where a time cuts it, the score would say of what is not there.
            if (conversation != null && !plan.selection().isTimed()) {
                double score = assessed.members().get("score") instanceof JsonNumber number ? number.value() : 0;
                sink.accept(new RecordDraft("assessment")
                        .text(
                                "conversation",
                                conversation.reference().key(),
                                DisclosureNames.conversation(conversation))
                        .text("band", assessed.text("band").orElse(""))
                        .text("model", CueWeights.MODEL)
                        .text("tool", House.tool())
                        .figure("scorePerMille", Math.round(score * MILLE)));
            }
        }
        for (JsonObject assessed : objects(findings.get(), "conversations")) {
            StoredConversation conversation = taken.get(assessed.text("key").orElse(""));
            if (conversation != null && !plan.selection().isTimed()) {
                cues(conversation, objects(assessed, "cues"), byKey);
            }
        }
    }

    /** Where passages of note stand; their words are in the records of the messages. */
    private void cues(StoredConversation conversation, List<JsonObject> cues, Map<String, Integer> byKey)
            throws IOException {
        // A message may hold several passages of one kind; it is named once for each kind.
        Set<String> told = new HashSet<>();
        for (JsonObject cue : cues) {
            if (!(cue.member("source").orElse(null) instanceof JsonObject place)
                    || !told.add(cue.textOrEmpty("code") + place)) {
                continue;
            }
            SourcePointer source = new SourcePointer(
                    new EvidenceId(place.textOrEmpty("item")),
                    place.textOrEmpty("path"),
                    (long) place.number("offset"),
                    (long) place.number("length"));
            if (scope.takesSourceIn(source.item(), conversation.id())) {
                RecordDraft draft = new RecordDraft("cue")
                        .text(
                                "conversation",
                                conversation.reference().key(),
                                DisclosureNames.conversation(conversation))
                        .text("code", cue.textOrEmpty("code"))
                        .source(source, names.item(source.item()));
                int sender = byKey.getOrDefault(cue.textOrEmpty("sender"), 0);
                sink.accept(sender == 0 ? draft : account(draft, "sender", sender));
            }
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

    private void messages() throws IOException {
        try {
            house.observations().forEachMessage(opened.id(), message -> {
                if (scope.takes(message)) {
                    message(message);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void message(StoredMessage message) {
        StoredConversation conversation = scope.material().conversation(message.conversation());
        RecordDraft draft = new RecordDraft("message")
                .text("conversation", conversation.reference().key(), DisclosureNames.conversation(conversation))
                .text("platform", conversation.reference().platform().wire())
                .text("type", message.kind())
                .time("sentAt", message.sentAt())
                .text("sentAtText", message.sentText())
                .text("zone", message.zone())
                .text("text", message.text())
                .source(message.source(), names.item(message.source().item()));
        if (message.sender() != 0) {
            account(draft, "sender", message.sender());
        }
        if (!message.attachments().isEmpty()) {
            draft.text("attachments", message.attachments(), Optional.of(FILE));
        }
        try {
            sink.accept(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Digest over the lists of both editions: the content that two persons let go. */
    static Sha256Digest content(List<Sha256Digest> lists) {
        StringBuilder text = new StringBuilder();
        lists.forEach(digest -> text.append(digest.hex()).append('\n'));
        return Sha256Digest.of(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
