package suluh.exports.discord;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.Observation;
import suluh.core.observation.RelationKind;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import suluh.exports.json.RecordKeys;

/** {@code user.json}: the owner, and those that stand on the owner's list of friends. */
final class UserFile {
    private static final RecordKeys.Builder FRIEND = RecordKeys.of("user of a relationship")
            .keep("id", "username", "global_name")
            .pass("discriminator", "avatar", "avatar_decoration_data", "public_flags", "primary_guild", "clan")
            .pass("collectibles", "display_name_styles", "display_name", "bot", "system", "flags");

    private static final RecordKeys USER = RecordKeys.of("user")
            .keep("id", "username", "global_name", "email", "phone", "ip")
            .keep(
                    "relationships",
                    RecordKeys.of("relationship")
                            .keep("id", "type")
                            .keep("user", FRIEND)
                            .pass("nickname", "since", "display_name", "is_spam_request", "user_ignored"))
            .keep(
                    "user_sessions",
                    RecordKeys.of("user_session")
                            .keep("ip", "client_info")
                            .pass("id_hash", "approx_last_used_time", "auth_session_id_hash", "last_used_time"))
            .pass("discriminator", "avatar_hash", "has_mobile", "needs_email_verification", "premium_until", "flags")
            .pass("verified", "bot", "temp_banned_until", "settings", "connections", "external_friends_lists")
            .pass("friend_suggestions", "mfa_sessions", "payments", "payment_sources", "guild_settings")
            .pass("library_applications", "entitlements", "user_activity_application_statistics", "notes")
            .pass("user_profile_metadata", "current_orbs_balance", "money_balance", "created_at", "accent_color")
            .pass("subscriptions", "promotions", "content_inventory", "premium_state", "avatar", "banner", "quests")
            .build();

    private final ReadingContext context;
    private final ReadingTally tally;

    UserFile(ReadingContext context, ReadingTally tally) {
        this.context = context;
        this.tally = tally;
    }

    /** Reads the user at the cursor; the user is one record, and each relationship and session another. */
    void read(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        JsonTree user = USER.read(json, tally);
        SourcePointer source = tally.pointer(start, json.position() - start);
        Optional<AccountRef> named = PackageOwner.of(user);
        if (named.isEmpty()) {
            tally.recordNotUnderstood();
            tally.alarmOnce(ReadingCode.RECORD_INCOMPLETE, "user", "the user has no id", start);
            return;
        }
        AccountRef owner = named.get();
        tally.emit(new Observation.Account(owner, true, SourceTime.absent(), source));
        String phone = user.textAt("phone");
        String email = user.textAt("email");
        String handle = user.textAt("username");
        owned(owner, ContactPointKind.EMAIL, email, ContactPoints.email(email == null ? "" : email), source);
        owned(owner, ContactPointKind.HANDLE, handle, ContactPoints.handle(handle == null ? "" : handle), source);
        owned(
                owner,
                ContactPointKind.PHONE,
                phone,
                ContactPoints.phone(phone == null ? "" : phone, context.defaultCountryCode()),
                source);
        login(owner, user.textAt("ip"), source);
        tally.recordRead();
        for (JsonTree session : user.at("user_sessions").elements()) {
            login(owner, session.textAt("ip"), source);
            tally.recordRead();
        }
        for (JsonTree relationship : user.at("relationships").elements()) {
            relationship(owner, relationship, source);
        }
    }

    private void login(AccountRef owner, @Nullable String address, SourcePointer source) {
        if (address != null) {
            tally.emit(new Observation.Login(owner, address, SourceTime.absent(), source));
        }
    }

    private void relationship(AccountRef owner, JsonTree relationship, SourcePointer source) {
        JsonTree user = relationship.at("user");
        String id = user.textAt("id") == null ? relationship.textAt("id") : user.textAt("id");
        Optional<AccountRef> other = PackageOwner.account(id, user.textAt("username"));
        if (other.isEmpty()) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE, "relationship", "a relationship names nobody", source.offset());
            return;
        }
        String handle = user.textAt("username");
        tally.emit(new Observation.Account(other.get(), false, SourceTime.absent(), source));
        owned(other.get(), ContactPointKind.HANDLE, handle, ContactPoints.handle(handle == null ? "" : handle), source);
        RelationKind kind = kind(relationship.textAt("type"));
        if (kind == null) {
            tally.alarmOnce(
                    ReadingCode.VALUE_UNKNOWN, "relationship", "a relationship is of an unknown type", source.offset());
        } else {
            tally.emit(new Observation.Relation(owner, other.get(), kind, SourceTime.absent(), source));
        }
        tally.recordRead();
    }

    /** Numbers of Discord's API, or its words. */
    private static @Nullable RelationKind kind(@Nullable String type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "1", "FRIEND" -> RelationKind.FRIEND;
            case "2", "BLOCKED" -> RelationKind.BLOCKS;
            case "3", "4", "PENDING_INCOMING", "PENDING_OUTGOING" -> RelationKind.FRIEND_REQUEST;
            case "5", "IMPLICIT" -> RelationKind.ASSOCIATED;
            default -> null;
        };
    }

    private void owned(
            AccountRef account,
            ContactPointKind kind,
            @Nullable String value,
            String normalised,
            SourcePointer source) {
        if (value != null) {
            tally.emit(new Observation.ContactPoint(account, kind, ContactRelation.OWNED, value, normalised, source));
        }
    }
}
