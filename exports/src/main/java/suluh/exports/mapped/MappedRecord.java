package suluh.exports.mapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;

/** Makes the observations of one record; a record that lacks a needed part is refused whole. */
final class MappedRecord {
    private final Mapping mapping;
    private final String file;
    private final ReadingContext context;
    private final ReadingTally tally;
    private long order;

    /** @param file full path, within which what has no id of its own is told from others */
    MappedRecord(Mapping mapping, String file, ReadingContext context, ReadingTally tally) {
        this.mapping = mapping;
        this.file = file;
        this.context = context;
        this.tally = tally;
    }

    /** Emits all observations of a record, or refuses it. */
    void read(Map<String, String> fields, SourcePointer source) {
        List<Observation> made = new ArrayList<>();
        for (EmitRule rule : mapping.emits()) {
            Optional<Observation> observation = observation(rule, fields, source);
            if (observation.isPresent()) {
                made.add(observation.get());
            } else if (!rule.optional()) {
                tally.recordNotUnderstood();
                tally.alarmOnce(
                        ReadingCode.RECORD_INCOMPLETE,
                        rule.kind().wire(),
                        "a record lacks what a " + rule.kind().wire() + " needs by the mapping; it was refused whole",
                        source.offset());
                return;
            }
        }
        made.forEach(tally::emit);
        order++;
        tally.recordRead();
    }

    private Optional<Observation> observation(EmitRule rule, Map<String, String> fields, SourcePointer source) {
        for (String needed : rule.kind().needed()) {
            // A message may be empty where it has attachments.
            if (value(rule, needed, fields) == null && !needed.equals("text")) {
                return Optional.empty();
            }
        }
        if (rule.kind() == EmitRule.Kind.MESSAGE) {
            return message(rule, fields, source);
        }
        AccountRef account = account(rule, "account", fields, file);
        if (account == null) {
            return Optional.empty();
        }
        SourceTime at = time(rule, fields, source);
        String value = String.valueOf(value(rule, "value", fields));
        return Optional.of(
                switch (rule.kind()) {
                    case ACCOUNT -> new Observation.Account(account, false, at, source);
                    case LOGIN ->
                        new Observation.Login(account, String.valueOf(value(rule, "address", fields)), at, source);
                    case ATTRIBUTE ->
                        new Observation.Attribute(
                                account, constant(AttributeKind.class, rule, "attribute"), value, at, source);
                    case CONTACT_POINT -> contact(rule, account, value, source);
                    case MEMBERSHIP ->
                        new Observation.Membership(
                                account,
                                conversation(rule, fields),
                                constant(MembershipRole.class, rule, "role"),
                                at,
                                source);
                    case MESSAGE -> throw new IllegalStateException("a message is made before");
                });
    }

    private Optional<Observation> message(EmitRule rule, Map<String, String> fields, SourcePointer source) {
        String text = value(rule, "text", fields);
        List<Attachment> attachments = new ArrayList<>();
        for (String column : rule.attachments()) {
            String uri = fields.get(column);
            if (uri != null && !uri.isEmpty()) {
                attachments.add(new Attachment(Attachment.Kind.UNSTATED, uri, null, Attachment.Presence.REFERENCED));
            }
        }
        if (text == null && attachments.isEmpty()) {
            return Optional.empty();
        }
        ConversationRef conversation = conversation(rule, fields);
        return Optional.of(new Observation.Message(
                conversation,
                value(rule, "id", fields),
                account(rule, "sender", fields, conversation.id()),
                time(rule, fields, source),
                MessageKind.CONTENT,
                text == null ? "" : text,
                null,
                attachments,
                value(rule, "replyTo", fields),
                order,
                source));
    }

    private Observation contact(EmitRule rule, AccountRef account, String value, SourcePointer source) {
        ContactPointKind kind = constant(ContactPointKind.class, rule, "contact");
        String normalised = switch (kind) {
            case PHONE -> ContactPoints.phone(value, context.defaultCountryCode());
            case EMAIL -> ContactPoints.email(value);
            case PROFILE_URL, INVITE_LINK -> ContactPoints.url(value);
            case HANDLE -> ContactPoints.handle(value);
        };
        return new Observation.ContactPoint(
                account, kind, constant(ContactRelation.class, rule, "relation"), value, normalised, source);
    }

    private ConversationRef conversation(EmitRule rule, Map<String, String> fields) {
        String id = value(rule, "conversation.id", fields);
        return new ConversationRef(
                mapping.platform(),
                id == null ? "mapped/" + file : own(id),
                value(rule, "conversation.name", fields),
                constant(ConversationType.class, rule, "conversation.type"));
    }

    private @Nullable AccountRef account(EmitRule rule, String part, Map<String, String> fields, String scope) {
        String id = value(rule, part + ".id", fields);
        String name = value(rule, part + ".name", fields);
        if (id != null) {
            return AccountRef.identified(mapping.platform(), own(id), name);
        }
        return name == null ? null : AccountRef.named(mapping.platform(), name, scope);
    }

    /** Ids of a platform that is known are its own; those of any other hold within the mapping. */
    private String own(String id) {
        return mapping.platform() == Platform.WEB ? mapping.name() + "/" + id : id;
    }

    private SourceTime time(EmitRule rule, Map<String, String> fields, SourcePointer source) {
        TimeRule time = mapping.times().get(rule.time());
        String text = time == null ? null : fields.get(time.column());
        if (time == null || text == null || text.isEmpty()) {
            return SourceTime.absent();
        }
        return time.read(text, context.assumedZone())
                .orElseGet(() -> StatedTime.unreadable(text, source.offset(), tally));
    }

    private static @Nullable String value(EmitRule rule, String part, Map<String, String> fields) {
        String found = switch (rule.values().get(part)) {
            case null -> null;
            case FieldValue.Column column -> fields.get(column.name());
            case FieldValue.Constant constant -> constant.text();
        };
        return found == null || found.isEmpty() ? null : found;
    }

    /** The mapping file was checked when it was read, so the word is one. */
    private static <E extends Enum<E>> E constant(Class<E> type, EmitRule rule, String part) {
        return Enum.valueOf(
                type,
                String.valueOf(rule.words().get(part)).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
