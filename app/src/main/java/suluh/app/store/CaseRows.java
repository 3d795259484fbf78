package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.Platform;

/** Reads accounts, conversations, ties and contacts out of rows with their columns in a fixed order. */
final class CaseRows {
    private CaseRows() {}

    /** Number, key, platform, name, messages, conversations. */
    static StoredAccount account(ResultSet row) throws SQLException {
        return new StoredAccount(
                row.getInt(1),
                row.getString(2),
                Platform.ofWire(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                row.getLong(6));
    }

    /** Number, key, platform, name, type, messages. */
    static StoredConversation conversation(ResultSet row) throws SQLException {
        String platform = row.getString(3);
        String id = row.getString(2).substring(platform.length() + 1);
        ConversationType type = ConversationType.valueOf(row.getString(5).toUpperCase(Locale.ROOT));
        return new StoredConversation(
                row.getInt(1),
                new ConversationRef(Platform.ofWire(platform), id, row.getString(4), type),
                row.getLong(6));
    }

    /** Account, conversation, role, messages, source. */
    static StoredTie tie(ResultSet row) throws SQLException {
        return new StoredTie(
                row.getInt(1), row.getInt(2), row.getString(3).intern(), row.getLong(4), SourceRow.pointer(row, 5));
    }

    /** Account, conversation, kind, relation, normalised form, times, source. */
    static StoredContact contact(ResultSet row) throws SQLException {
        return new StoredContact(
                row.getInt(1),
                row.getInt(2),
                ContactPointKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                ContactRelation.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                row.getLong(6),
                SourceRow.pointer(row, 7));
    }
}
