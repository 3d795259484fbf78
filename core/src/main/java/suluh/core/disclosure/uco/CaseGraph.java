package suluh.core.disclosure.uco;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonObject;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;

/**
 * Writes a case as CASE/UCO 1.4 in JSON-LD, object by object, one line each.
 *
 * <p>Memory: one object at a time. The same calls give the same bytes. Every message, tie and account leads by a
 * relationship with a data range to the bytes of the sealed file that say so. Not thread-safe.
 *
 * <p>Source: CASE 1.4.0 and UCO 1.4.0 (Cyber Domain Ontology, May 2025); docs/formats/case-jsonld.md.
 */
public final class CaseGraph implements AutoCloseable {
    private static final String CONTAINED_WITHIN = "Contained_Within";

    private final OutputStream out;
    private final ObjectIds ids;
    private boolean isFirst = true;

    /** Begins the graph. */
    public CaseGraph(OutputStream out, ObjectIds ids) throws IOException {
        this.out = out;
        this.ids = ids;
        JsonObject.Builder context = JsonObject.builder();
        Vocabulary.context().forEach(context::put);
        write("{\"@context\":" + CanonicalJson.text(context.build()) + ",\"@graph\":[\n");
    }

    /**
     * What the case rests on.
     *
     * @param focus offence of the register
     * @param authority reference of the power in the register
     */
    public record Foundation(
            String number, String agency, Instant openedAt, String focus, String authority, String register) {}

    /**
     * One event in the life of an item.
     *
     * @param number place among the item's events, from 1
     * @param person id of who acted, never a name
     * @param act what was done
     * @param how by what way
     * @param result what came of it
     */
    public record Custody(int number, Instant at, String person, String act, String how, String tool, String result) {}

    /**
     * An account as the sources name it.
     *
     * @param key unique in the case
     * @param identifier the platform's own id, or null
     * @param name display name, or null
     */
    public record AccountObject(
            String key,
            Platform platform,
            @Nullable String identifier,
            @Nullable String name) {}

    /**
     * A message.
     *
     * @param thread key of its conversation
     * @param sender key of its account, or null
     * @param messageId the platform's id, or null
     * @param sentAt instant, or null when the source leaves it open
     * @param sentText time as the source writes it
     */
    public record MessageObject(
            String thread,
            Platform platform,
            @Nullable String sender,
            @Nullable String messageId,
            @Nullable Instant sentAt,
            String sentText,
            String kind,
            String text,
            SourcePointer source) {}

    /** The investigation, its agency, authority and handling. */
    public void foundation(Foundation foundation) throws IOException {
        String agency = ids.of("organization", foundation.agency());
        String authorization = ids.of("authorization", foundation.authority());
        String marking = ids.of("marking", foundation.number());
        put(new Node(agency, Term.ORGANIZATION).text(Term.NAME, foundation.agency()));
        put(new Node(authorization, Term.AUTHORIZATION)
                .text(Term.AUTHORIZATION_IDENTIFIER, foundation.authority())
                .text(Term.AUTHORIZATION_TYPE, "entry of register " + foundation.register()));
        put(
                new Node(marking, Term.MARKING_DEFINITION)
                        .text(Term.DEFINITION_TYPE, "statement")
                        .inner(
                                Term.DEFINITION,
                                new Node(ids.of("statement", foundation.number()), Term.STATEMENT_MARKING)
                                        .text(Term.DEFINITION_TYPE, "statement")
                                        .text(
                                                Term.STATEMENT,
                                                "For the parties to the case and the court. May hold children's data. Scores and "
                                                        + "bands are aids to triage with their reasons, and no findings of fact.")));
        put(new Node(ids.of("investigation", foundation.number()), Term.INVESTIGATION)
                .text(Term.NAME, foundation.number())
                .text(Term.FOCUS, foundation.focus())
                .link(Term.RELEVANT_AUTHORIZATION, authorization)
                .link(Term.OBJECT, agency)
                .link(Term.OBJECT_MARKING, marking)
                .text(Term.DESCRIPTION, "Opened " + foundation.openedAt()));
    }

    /** A program that took part. */
    public void tool(String tool) throws IOException {
        int space = tool.lastIndexOf(' ');
        put(new Node(ids.of("tool", tool), Term.TOOL)
                .text(Term.NAME, space < 0 ? tool : tool.substring(0, space))
                .text(Term.TOOL_TYPE, "evidence workbench")
                .text(Term.TOOL_VERSION, space < 0 ? "" : tool.substring(space + 1)));
    }

    /** Somebody who acted, by id. */
    public void person(String person) throws IOException {
        put(new Node(ids.of("identity", person), Term.IDENTITY).text(Term.NAME, person));
    }

    /** Digests of an item besides its SHA-256, in lower-case hexadecimal. */
    public record OtherDigests(String sha512, String sha1, String md5) {}

    /**
     * An item as it may be shown.
     *
     * @param key what names of objects are made of: the item's id
     * @param exhibit exhibit number as shown
     * @param name file name as shown
     */
    public record ItemObject(
            String key, String exhibit, String name, long sizeBytes, String sha256, OtherDigests others) {}

    /** A sealed item with its provenance record and its chain of custody; its tools and persons come before. */
    public void item(ReceivedItem item, OtherDigests others, List<Custody> custody) throws IOException {
        String id = item.id().value();
        item(new ItemObject(id, id, item.name(), item.sizeBytes(), item.sha256().hex(), others));
        for (Custody event : custody) {
            custody(id, event);
        }
    }

    /** A sealed item with its provenance record. */
    public void item(ItemObject item) throws IOException {
        String file = file(item.key());
        put(new Node(file, Term.FILE)
                .inner(
                        Term.HAS_FACET,
                        facet("file-facet", file, Term.FILE_FACET)
                                .text(Term.FILE_NAME, item.name())
                                .whole(Term.SIZE_IN_BYTES, item.sizeBytes()))
                .inner(
                        Term.HAS_FACET,
                        facet("content-data-facet", file, Term.CONTENT_DATA_FACET)
                                .whole(Term.SIZE_IN_BYTES, item.sizeBytes())
                                .inner(Term.HASH_OF, hash(file, "SHA256", item.sha256()))
                                .inner(
                                        Term.HASH_OF,
                                        hash(file, "SHA512", item.others().sha512()))
                                .inner(
                                        Term.HASH_OF,
                                        hash(file, "SHA1", item.others().sha1()))
                                .inner(
                                        Term.HASH_OF,
                                        hash(file, "MD5", item.others().md5()))));
        put(new Node(ids.of("provenance-record", item.key()), Term.PROVENANCE_RECORD)
                .text(Term.EXHIBIT_NUMBER, item.exhibit())
                .link(Term.OBJECT, file));
    }

    /** One event in the life of the item with this id; its tool and person come before. */
    public void custody(String item, Custody event) throws IOException {
        Node action = new Node(ids.of("investigative-action", item + "#" + event.number()), Term.INVESTIGATIVE_ACTION)
                .text(Term.NAME, event.act())
                .text(Term.DESCRIPTION, event.how() + "; " + event.result())
                .time(Term.START_TIME, event.at())
                .time(Term.END_TIME, event.at())
                .link(Term.PERFORMER, ids.of("identity", event.person()))
                .link(Term.INSTRUMENT, ids.of("tool", event.tool()))
                .link(Term.OBJECT_OF_ACTION, file(item));
        put(event.number() == 1 ? action.link(Term.RESULT, ids.of("provenance-record", item)) : action);
    }

    /** A platform, before its accounts and messages. */
    public void platform(Platform platform) throws IOException {
        put(new Node(application(platform), Term.APPLICATION).text(Term.NAME, platform.wire()));
    }

    /** An account. */
    public void account(AccountObject account) throws IOException {
        String id = account(account.key());
        Node issued = facet("account-facet", id, Term.ACCOUNT_FACET);
        Node named = facet("digital-account-facet", id, Term.DIGITAL_ACCOUNT_FACET);
        Optional.ofNullable(account.identifier()).ifPresent(value -> issued.text(Term.ACCOUNT_IDENTIFIER, value));
        Optional.ofNullable(account.name()).ifPresent(value -> named.text(Term.DISPLAY_NAME, value));
        put(new Node(id, Term.APPLICATION_ACCOUNT)
                .inner(Term.HAS_FACET, issued)
                .inner(Term.HAS_FACET, named)
                .inner(
                        Term.HAS_FACET,
                        facet("application-account-facet", id, Term.APPLICATION_ACCOUNT_FACET)
                                .link(Term.APPLICATION_OF, application(account.platform()))));
    }

    /** A conversation or group. */
    public void thread(String key, @Nullable String name) throws IOException {
        Node thread = new Node(thread(key), Term.MESSAGE_THREAD);
        put(name == null ? thread : thread.text(Term.NAME, name));
    }

    /** A message, its place in its thread and in the sealed bytes. */
    public void message(MessageObject message) throws IOException {
        message(message, message.source().path());
    }

    /** The same with the path inside the item as it may be shown. */
    public void message(MessageObject message, String shownPath) throws IOException {
        SourcePointer source = message.source();
        String id = ids.of("message", source.item() + "!" + source.path() + "@" + source.offset());
        Node facet = facet("message-facet", id, Term.MESSAGE_FACET)
                .link(Term.APPLICATION_OF, application(message.platform()))
                .text(Term.MESSAGE_TYPE, message.kind())
                .text(Term.MESSAGE_TEXT, message.text());
        Node node = new Node(id, Term.MESSAGE);
        if (message.sender() != null) {
            facet.link(Term.FROM, account(message.sender()));
        }
        if (message.messageId() != null) {
            facet.text(Term.MESSAGE_ID, message.messageId());
        }
        node.text(Term.SENT_TIME_AS_STATED, message.sentText());
        if (message.sentAt() != null) {
            facet.time(Term.SENT_TIME, message.sentAt());
        } else {
            node.text(Term.DESCRIPTION, "The source gives the time without a zone: " + message.sentText());
        }
        put(node.inner(Term.HAS_FACET, facet));
        relationship(id, thread(message.thread()), CONTAINED_WITHIN, Optional.empty());
        relationship(id, file(source.item().value()), CONTAINED_WITHIN, Optional.of(shown(source, shownPath)));
    }

    /** An account's place in a group, such as {@code Member_Of}; the source's path as it may be shown. */
    public void membership(String account, String thread, String kind, SourcePointer source) throws IOException {
        String id = relationship(account(account), thread(thread), kind, Optional.empty());
        relationship(id, file(source.item().value()), CONTAINED_WITHIN, Optional.of(source));
    }

    private static SourcePointer shown(SourcePointer source, String path) {
        return new SourcePointer(source.item(), path, source.offset(), source.length());
    }

    /**
     * Two accounts held to be one actor.
     *
     * @param basis what that rests on in words
     * @param probability of the model, from 0 to 1; 1 when a person decided
     */
    public void sameActor(String account, String other, String basis, double probability) throws IOException {
        put(new Node(ids.of("relationship", account + "=" + other), Term.RELATIONSHIP)
                .link(Term.SOURCE, account(account))
                .link(Term.TARGET, account(other))
                .flag(Term.IS_DIRECTIONAL, false)
                .text(Term.KIND_OF_RELATIONSHIP, "Same_Actor")
                .typed(
                        Term.PROBABILITY,
                        "xsd:decimal",
                        BigDecimal.valueOf(probability).toPlainString())
                .text(Term.DESCRIPTION, basis));
    }

    /**
     * What an analysis says of a conversation.
     *
     * @param score from 0 to 1
     */
    public void assessment(String thread, String band, double score, String model, String tool) throws IOException {
        String analysis = ids.of("analysis", model + "#" + thread);
        String result = ids.of("analytic-result", model + "#" + thread);
        put(new Node(result, Term.ANALYTIC_RESULT)
                .link(Term.ORIGINATING_ANALYSIS, analysis)
                .inner(
                        Term.HAS_FACET,
                        facet("classification-facet", result, Term.ARTIFACT_CLASSIFICATION_RESULT_FACET)
                                .inner(
                                        Term.CLASSIFICATION,
                                        facet("classification", result, Term.ARTIFACT_CLASSIFICATION)
                                                .text(Term.CLASSIFICATION_CLASS, band)
                                                .typed(
                                                        Term.CLASSIFICATION_CONFIDENCE,
                                                        "xsd:decimal",
                                                        BigDecimal.valueOf(score)
                                                                .toPlainString()))));
        put(new Node(analysis, Term.ANALYSIS)
                .text(Term.NAME, "conversation assessment, model " + model)
                .text(Term.MODEL, model)
                .text(Term.ACTION_STATUS, "Complete/Finish")
                .link(Term.INSTRUMENT, ids.of("tool", tool))
                .link(Term.OBJECT_OF_ACTION, thread(thread))
                .link(Term.RESULT, result));
    }

    /** Ends the graph; the stream stays open. */
    @Override
    public void close() throws IOException {
        write("\n]}\n");
        out.flush();
    }

    private String relationship(String from, String to, String kind, Optional<SourcePointer> range) throws IOException {
        String id = ids.of("relationship", from + ">" + to + ">" + kind);
        Node node = new Node(id, Term.OBSERVABLE_RELATIONSHIP)
                .link(Term.SOURCE, from)
                .link(Term.TARGET, to)
                .flag(Term.IS_DIRECTIONAL, true)
                .text(Term.KIND_OF_RELATIONSHIP, kind);
        if (range.isPresent()) {
            node.inner(
                    Term.HAS_FACET,
                    facet("data-range-facet", id, Term.DATA_RANGE_FACET)
                            .whole(Term.RANGE_OFFSET, range.get().offset())
                            .text(Term.RANGE_OFFSET_TYPE, "bytes of the innermost file")
                            .whole(Term.RANGE_SIZE, range.get().length()));
            node.inner(
                    Term.HAS_FACET,
                    facet("path-relation-facet", id, Term.PATH_RELATION_FACET)
                            .text(Term.PATH, range.get().path()));
        }
        put(node);
        return id;
    }

    private Node facet(String kind, String owner, Term type) {
        return new Node(ids.of(kind, owner), type);
    }

    private Node hash(String owner, String method, String hex) {
        return new Node(ids.of("hash", owner + method), Term.HASH)
                .text(Term.HASH_METHOD, method)
                .typed(Term.HASH_VALUE, "xsd:hexBinary", hex);
    }

    private String account(String key) {
        return ids.of("account", key);
    }

    private String thread(String key) {
        return ids.of("thread", key);
    }

    private String file(String item) {
        return ids.of("file", item);
    }

    private String application(Platform platform) {
        return ids.of("application", platform.wire());
    }

    private void put(Node node) throws IOException {
        write((isFirst ? "" : ",\n") + CanonicalJson.text(node.json()));
        isFirst = false;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
