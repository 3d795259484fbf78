package suluh.core.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fact read from sealed bytes, with the pointer to the record that states it. */
public sealed interface Observation {
    SourcePointer source();

    /** The service concerned. */
    Platform platform();

    /** Name on the wire, for example {@code message}. */
    default String kind() {
        return switch (this) {
            case Account ignored -> "account";
            case Group ignored -> "group";
            case Membership ignored -> "membership";
            case Invitation ignored -> "invitation";
            case Message ignored -> "message";
            case Reaction ignored -> "reaction";
            case Media ignored -> "media";
            case Login ignored -> "login";
            case ContactPoint ignored -> "contact-point";
            case Attribute ignored -> "attribute";
            case Relation ignored -> "relation";
            case Report ignored -> "report";
            case Hash ignored -> "hash";
            case Page ignored -> "page";
            case Link ignored -> "link";
            case CaptureSignature ignored -> "capture-signature";
        };
    }

    /**
     * An account exists.
     *
     * @param account the account
     * @param exportOwner true when the export was made by this account's holder
     * @param createdAt when it was made, or {@link SourceTime#absent()}
     */
    record Account(AccountRef account, boolean exportOwner, SourceTime createdAt, SourcePointer source)
            implements Observation {
        @Override
        public Platform platform() {
            return account.platform();
        }
    }

    /**
     * A group or conversation exists.
     *
     * @param description text of its about section, raw, or null
     * @param statedPrivacy what it says of its own openness, raw, or null
     * @param statedMembers members it claims, or -1 when it does not say
     */
    record Group(
            ConversationRef conversation,
            @Nullable String description,
            @Nullable String statedPrivacy,
            long statedMembers,
            SourceTime createdAt,
            SourcePointer source)
            implements Observation {
        @Override
        public Platform platform() {
            return conversation.platform();
        }
    }

    /** An account takes part in a conversation or group. */
    record Membership(
            AccountRef account,
            ConversationRef conversation,
            MembershipRole role,
            SourceTime since,
            SourcePointer source)
            implements Observation {
        @Override
        public Platform platform() {
            return conversation.platform();
        }
    }

    /**
     * An account was brought into a group, or joined by a link.
     *
     * @param inviter who invited, or null when the source does not say
     * @param invited who came
     */
    record Invitation(
            @Nullable AccountRef inviter,
            AccountRef invited,
            ConversationRef conversation,
            SourceTime at,
            SourcePointer source)
            implements Observation {
        @Override
        public Platform platform() {
            return conversation.platform();
        }
    }

    /**
     * A record of a conversation.
     *
     * @param conversation where
     * @param id the platform's id, or null
     * @param sender who, or null for the platform itself or a deleted account that the source does not name
     * @param sentAt when
     * @param messageKind what it is
     * @param text content, repaired where that is provably right; empty when there is none
     * @param rawText the characters before repair, or null when nothing was repaired
     * @param attachments what came with it, in source order
     * @param replyTo id of the message it answers, or null
     * @param order ascending in the order of writing within one file, for records of equal or unknown time
     */
    record Message(
            ConversationRef conversation,
            @Nullable String id,
            @Nullable AccountRef sender,
            SourceTime sentAt,
            MessageKind messageKind,
            String text,
            @Nullable String rawText,
            List<Attachment> attachments,
            @Nullable String replyTo,
            long order,
            SourcePointer source)
            implements Observation {
        public Message {
            attachments = List.copyOf(attachments);
        }

        @Override
        public Platform platform() {
            return conversation.platform();
        }
    }

    /**
     * An account reacted to a message.
     *
     * @param messageSource the message's own record, since many sources give messages no id
     * @param symbol emoji or name of the reaction
     */
    record Reaction(
            ConversationRef conversation,
            AccountRef account,
            SourcePointer messageSource,
            String symbol,
            SourcePointer source)
            implements Observation {
        @Override
        public Platform platform() {
            return conversation.platform();
        }
    }

    /**
     * A media file lies in the input.
     *
     * @param name path as received
     * @param sizeBytes size, or -1 when unknown
     */
    record Media(Platform platform, String name, long sizeBytes, SourcePointer source) implements Observation {}

    /** An account signed in or was seen at an address. */
    record Login(AccountRef account, String address, SourceTime at, SourcePointer source) implements Observation {
        @Override
        public Platform platform() {
            return account.platform();
        }
    }

    /**
     * An account has or publishes an identifier.
     *
     * @param value raw text of the identifier
     * @param normalised comparable form, see {@link ContactPoints}
     */
    record ContactPoint(
            AccountRef account,
            ContactPointKind contactKind,
            ContactRelation relation,
            String value,
            String normalised,
            SourcePointer source)
            implements Observation {
        @Override
        public Platform platform() {
            return account.platform();
        }
    }

    /**
     * Something is stated of an account that no other kind holds: a device, a former name, an answer to a group.
     *
     * @param value raw text of what is stated
     * @param at when it held or was recorded, or {@link SourceTime#absent()}
     */
    record Attribute(AccountRef account, AttributeKind attribute, String value, SourceTime at, SourcePointer source)
            implements Observation {
        @Override
        public Platform platform() {
            return account.platform();
        }
    }

    /**
     * A platform's list puts one account beside another: a friend, a follower, a block.
     *
     * @param from whose list or act it is
     * @param to the other account
     * @param since when, or {@link SourceTime#absent()}
     */
    record Relation(AccountRef from, AccountRef to, RelationKind relation, SourceTime since, SourcePointer source)
            implements Observation {
        @Override
        public Platform platform() {
            return from.platform();
        }
    }

    /**
     * A report was made to a clearing house.
     *
     * @param id the clearing house's number, or null while the source does not carry one
     * @param type kind of incident in the source's words, or null
     * @param at when the incident took place or was reported, as the source states
     */
    record Report(
            Platform platform,
            @Nullable String id,
            @Nullable String type,
            SourceTime at,
            SourcePointer source) implements Observation {}

    /**
     * A source states the digest of a file.
     *
     * @param name the file's name or id in that source
     * @param algorithm in the source's words, for example {@code SHA1}
     * @param value as written
     */
    record Hash(Platform platform, String name, String algorithm, String value, SourcePointer source)
            implements Observation {}

    /**
     * A web page was captured.
     *
     * @param address address it was served at
     * @param title its own title, raw, or null
     * @param standing what was served
     * @param capturedAt when, as the capture states
     */
    record Page(
            Platform platform,
            String address,
            @Nullable String title,
            PageStanding standing,
            SourceTime capturedAt,
            SourcePointer source)
            implements Observation {}

    /**
     * A captured page leads elsewhere.
     *
     * @param page address of the page
     * @param address where the link leads, as written
     * @param text words of the link, raw, or null
     */
    record Link(
            Platform platform,
            String page,
            String address,
            @Nullable String text,
            SourcePointer source) implements Observation {}

    /**
     * A capture carries a signature, which was checked as of its own time.
     *
     * @param signer domain, or digest of an anonymous public key
     * @param standing what the check gave
     * @param signedAt when, as the signature states
     */
    record CaptureSignature(
            Platform platform, String signer, SignatureStanding standing, SourceTime signedAt, SourcePointer source)
            implements Observation {}
}
