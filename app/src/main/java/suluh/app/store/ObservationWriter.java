package suluh.app.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DataSourceUtils;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.SourcePointer;

/**
 * Streams observations of one case into its tables by COPY.
 *
 * <p>Create, use and {@link #finish} inside one transaction of the case; nothing is visible before it commits. Memory:
 * a buffer for each table, one entry for each different account, conversation and file, and one for each account of each
 * conversation of the file that is being read.
 */
public final class ObservationWriter implements ObservationSink {
    private static final int KNOWN_ROWS = 4_000;

    private final int caseId;
    private final Connection connection;
    private final Interned accountIds = new Interned();
    private final Interned conversationIds = new Interned();
    private final Interned placeIds = new Interned();
    private final CopyBuffer accounts;
    private final CopyBuffer conversations;
    private final CopyBuffer places;
    private final CopyBuffer messages;
    private final CopyBuffer memberships;
    private final CopyBuffer invitations;
    private final CopyBuffer contacts;
    private final CopyBuffer groups;
    private final CopyBuffer statements;
    private final CopyBuffer others;
    private final CopyBuffer accountNames;
    private final CopyBuffer conversationNames;
    private final List<CopyBuffer> all;
    private final SearchIndexWriter index;
    private final MessageParts parts;
    /** Accounts and conversations that the item read now has named before. */
    private final BitSet accountsOfItem = new BitSet();

    private final BitSet conversationsOfItem = new BitSet();
    private @Nullable EvidenceId item;
    /** Place of the record that is written now. */
    private int place;

    private int lastNumber;
    /** Conversation of the message last seen; a contact point published in it has the same source. */
    private Observation.@Nullable Message lastMessage;

    /** A writer for this case, which goes on from what the case has observed before. */
    public ObservationWriter(Database database, int caseId) {
        this.caseId = caseId;
        this.connection = DataSourceUtils.getConnection(database.pool());
        String source = ", place, source_offset, source_length";
        try {
            accounts = buffer("account", "case_id, id, key, platform, platform_id, name, place");
            conversations = buffer("conversation", "case_id, id, key, platform, name, type, place");
            places = buffer("place", "case_id, id, item, path");
            messages = buffer(
                    "message",
                    "case_id, number, conversation, sender, platform_id, kind, sent_text, local_at, sent_at, sort_at, zone,"
                            + " ambiguous, body, raw_body, attachments, reply_to, order_in_file" + source);
            memberships = buffer("membership", "case_id, account, conversation, role, since" + source);
            invitations = buffer("invitation", "case_id, inviter, invited, conversation, at" + source);
            contacts = buffer(
                    "contact_point", "case_id, account, kind, relation, value, normalised, conversation, at" + source);
            groups = buffer(
                    "group_statement", "case_id, conversation, description, stated_privacy, stated_members" + source);
            statements = buffer("account_statement", "case_id, account, export_owner" + source);
            others = buffer("other_observation", "case_id, kind, account, detail, at" + source);
            accountNames = buffer("account_named", "case_id, account, place, name");
            conversationNames = buffer("conversation_named", "case_id, conversation, place, name, type");
            index = new SearchIndexWriter(connection, caseId);
            parts = new MessageParts(connection, caseId);
        } catch (SQLException e) {
            throw new StoreException("Room for observations could not be made: " + e.getMessage(), e);
        }
        all = List.of(
                places,
                accounts,
                conversations,
                messages,
                memberships,
                invitations,
                contacts,
                groups,
                statements,
                others,
                accountNames,
                conversationNames);
        goOn(database);
    }

    /** Accounts, conversations and files of earlier readings keep their numbers. */
    private void goOn(Database database) {
        known(database, "SELECT id, key FROM account ORDER BY id", accountIds);
        known(database, "SELECT id, key FROM conversation ORDER BY id", conversationIds);
        known(database, "SELECT id, item || E'\\n' || path FROM place ORDER BY id", placeIds);
        ErasureStore.Reached reached = new ErasureStore(database).reached();
        accountIds.reached(reached.account());
        conversationIds.reached(reached.conversation());
        placeIds.reached(reached.place());
        int highest = database.jdbc()
                .sql("SELECT coalesce(max(number), 0) FROM message WHERE case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
        lastNumber = Math.max(highest, reached.message());
    }

    private static void known(Database database, String sql, Interned ids) {
        database.jdbc().sql(sql).withFetchSize(KNOWN_ROWS).query((RowCallbackHandler)
                row -> ids.known(row.getString(2), row.getInt(1)));
    }

    private CopyBuffer buffer(String table, String columns) throws SQLException {
        return new CopyBuffer(connection, table, columns);
    }

    @Override
    public void accept(Observation observation) {
        try {
            begin(observation.source());
            switch (observation) {
                case Observation.Message message -> write(message);
                case Observation.Membership membership -> {
                    row(memberships)
                            .number(account(membership.account()))
                            .number(conversation(membership.conversation()))
                            .word(membership.role().wire())
                            .instant(membership.since().sortInstant());
                    end(memberships, membership.source());
                }
                case Observation.ContactPoint contact -> write(contact);
                case Observation.Invitation invitation -> {
                    AccountRef inviter = invitation.inviter();
                    row(invitations)
                            .numberOrNull(inviter == null ? 0 : account(inviter), inviter == null)
                            .number(account(invitation.invited()))
                            .number(conversation(invitation.conversation()))
                            .instant(invitation.at().sortInstant());
                    end(invitations, invitation.source());
                }
                case Observation.Group group -> {
                    row(groups)
                            .number(conversation(group.conversation()))
                            .text(group.description())
                            .text(group.statedPrivacy())
                            .number(group.statedMembers());
                    end(groups, group.source());
                }
                case Observation.Account account -> {
                    row(statements).number(account(account.account())).truth(account.exportOwner());
                    end(statements, account.source());
                }
                case Observation.Reaction reaction -> other(reaction, reaction.account(), reaction.symbol());
                case Observation.Media media -> other(media, null, media.name());
                case Observation.Login login ->
                    other(login, login.account(), login.address(), login.at().instant());
                case Observation.Attribute attribute ->
                    other(
                            attribute,
                            attribute.account(),
                            attribute.attribute().wire() + ": " + attribute.value(),
                            attribute.at().instant());
                case Observation.Relation relation ->
                    other(
                            relation,
                            relation.from(),
                            relation.relation().wire() + " " + relation.to().key());
                case Observation.Report report -> other(report, null, report.id() + " " + report.type());
                case Observation.Hash hash ->
                    other(hash, null, hash.algorithm() + " " + hash.value() + " " + hash.name());
                case Observation.Page page -> other(page, null, page.standing().wire() + " " + page.address());
                case Observation.Link link -> other(link, null, link.address());
                case Observation.CaptureSignature signature ->
                    other(signature, null, signature.standing().wire() + " " + signature.signer());
            }
        } catch (SQLException | IOException e) {
            throw new StoreException("Observations could not be stored: " + e.getMessage(), e);
        }
    }

    /** Sends what is left; gives the number of rows written. */
    public long finish() {
        try {
            long rows = 0;
            for (CopyBuffer buffer : all) {
                buffer.finish(connection);
                rows += buffer.rows();
            }
            index.finish();
            parts.finish(connection);
            return rows;
        } catch (SQLException | IOException e) {
            throw new StoreException("Observations could not be stored: " + e.getMessage(), e);
        }
    }

    private void write(Observation.Message message) throws SQLException, IOException {
        lastMessage = message;
        AccountRef sender = message.sender();
        int senderId = sender == null ? 0 : account(sender);
        lastNumber++;
        index.message(
                lastNumber,
                message.text(),
                message.messageKind().wire(),
                message.conversation().platform().wire(),
                message.sentAt().sortInstant(),
                senderId);
        int conversationId = conversation(message.conversation());
        parts.add(conversationId, senderId, place(message.source()), message.sentAt(), message.source());
        row(messages)
                .number(lastNumber)
                .number(conversationId)
                .numberOrNull(senderId, sender == null)
                .text(message.id())
                .word(message.messageKind().wire())
                .text(message.sentAt().text())
                .local(message.sentAt().local())
                .instant(message.sentAt().instant())
                .sortInstant(message.sentAt().sortInstant())
                .word(message.sentAt().zone().wire())
                .truth(message.sentAt().dayMonthAmbiguous())
                .text(message.text())
                .text(message.rawText())
                .text(attachments(message.attachments()))
                .text(message.replyTo())
                .number(message.order());
        end(messages, message.source());
    }

    private void write(Observation.ContactPoint contact) throws SQLException, IOException {
        Observation.Message message = lastMessage;
        boolean inMessage = message != null && message.source().equals(contact.source());
        row(contacts)
                .number(account(contact.account()))
                .word(contact.contactKind().wire())
                .word(contact.relation().wire())
                .text(contact.value())
                .text(contact.normalised())
                .numberOrNull(inMessage && message != null ? conversation(message.conversation()) : 0, !inMessage)
                .instant(inMessage && message != null ? message.sentAt().sortInstant() : null);
        end(contacts, contact.source());
    }

    private void other(Observation observation, @Nullable AccountRef account, String detail)
            throws SQLException, IOException {
        other(observation, account, detail, null);
    }

    private void other(Observation observation, @Nullable AccountRef account, String detail, @Nullable Instant at)
            throws SQLException, IOException {
        row(others)
                .word(observation.kind())
                .numberOrNull(account == null ? 0 : account(account), account == null)
                .text(detail)
                .instant(at);
        end(others, observation.source());
    }

    private static String attachments(List<Attachment> attachments) {
        if (attachments.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        for (Attachment attachment : attachments) {
            String name = attachment.name() == null ? attachment.uri() : attachment.name();
            lines.append(attachment.kind().wire())
                    .append(' ')
                    .append(attachment.presence().wire())
                    .append(' ')
                    .append(name == null ? "" : name.replace('\n', ' '))
                    .append('\n');
        }
        return lines.toString();
    }

    private void begin(SourcePointer source) throws SQLException, IOException {
        if (!source.item().equals(item)) {
            item = source.item();
            accountsOfItem.clear();
            conversationsOfItem.clear();
        }
        place = place(source);
    }

    private CopyBuffer row(CopyBuffer buffer) {
        return buffer.number(caseId);
    }

    private void end(CopyBuffer buffer, SourcePointer source) throws SQLException, IOException {
        buffer.number(place).number(source.offset()).number(source.length());
        buffer.endRow();
        buffer.flushWhenFull();
    }

    private int account(AccountRef account) throws SQLException, IOException {
        String key = account.key();
        int id = accountIds.id(key);
        if (id < 0) {
            row(accounts)
                    .number(-id)
                    .text(key)
                    .word(account.platform().wire())
                    .text(account.id())
                    .text(account.name())
                    .number(place);
            accounts.endRow();
            accounts.flushWhenFull();
        } else if (account.id() != null && !accountsOfItem.get(id)) {
            row(accountNames).number(id).number(place).text(account.name());
            accountNames.endRow();
            accountNames.flushWhenFull();
        }
        accountsOfItem.set(Math.abs(id));
        return Math.abs(id);
    }

    private int conversation(ConversationRef conversation) throws SQLException, IOException {
        String key = conversation.key();
        int id = conversationIds.id(key);
        if (id < 0) {
            row(conversations)
                    .number(-id)
                    .text(key)
                    .word(conversation.platform().wire())
                    .text(conversation.name())
                    .word(conversation.type().wire())
                    .number(place);
            conversations.endRow();
            conversations.flushWhenFull();
        } else if (!conversationsOfItem.get(id)) {
            row(conversationNames)
                    .number(id)
                    .number(place)
                    .text(conversation.name())
                    .word(conversation.type().wire());
            conversationNames.endRow();
            conversationNames.flushWhenFull();
        }
        conversationsOfItem.set(Math.abs(id));
        return Math.abs(id);
    }

    private int place(SourcePointer source) throws SQLException, IOException {
        int id = placeIds.id(source.item().value() + "\n" + source.path());
        if (id < 0) {
            row(places).number(-id).word(source.item().value()).text(source.path());
            places.endRow();
            places.flushWhenFull();
        }
        return Math.abs(id);
    }
}
