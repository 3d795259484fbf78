package suluh.exports.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonTree;

/**
 * Reads who holds the export.
 *
 * <p>The account is told twice from one record: as the platform identifies it, and as "holder of this export", the name
 * under which the other files know it; both carry the same source.
 */
final class ProfileSection {
    private static final Set<String> KNOWN_KEYS = Set.of(
            "name",
            "emails",
            "birthday",
            "gender",
            "previous_names",
            "other_names",
            "current_city",
            "hometown",
            "relationship",
            "previous_relationships",
            "family_members",
            "education_experiences",
            "work_experiences",
            "languages",
            "interested_in",
            "blood_info",
            "websites",
            "phone_numbers",
            "username",
            "profile_uri",
            "registration_timestamp",
            "about_me",
            "intro_bio",
            "groups",
            "pages",
            "places_lived",
            "favorite_quotes",
            "political_view",
            "religious_view",
            "screen_names",
            "address",
            "life_events",
            "skills",
            "eligibility");

    private static final Set<String> ALBUM_KEYS =
            Set.of("name", "photos", "cover_photo", "last_modified_timestamp", "comments", "description", "place");
    private static final Set<String> PHOTO_KEYS = Set.of(
            "uri", "creation_timestamp", "media_metadata", "title", "description", "comments", "backup_uri", "place");
    /** Names of the album of profile pictures, in English and Malay; in lower case. */
    private static final Set<String> PROFILE_ALBUMS = Set.of("profile pictures", "gambar profil");

    private final AccountRef holder;
    private final ReadingContext context;
    private final ReadingTally tally;

    ProfileSection(AccountRef holder, ReadingContext context, ReadingTally tally) {
        this.holder = holder;
        this.context = context;
        this.tally = tally;
    }

    /** {@code profile_v2}: name, addresses, numbers, username and profile address. */
    boolean takeFacebook(JsonTree profile, SourcePointer source) {
        tellKeys(KNOWN_KEYS, "profile", profile, source);
        String name = repaired(profile.at("name", "full_name").text());
        String username = profile.at("username").text();
        String uri = profile.at("profile_uri").text();
        if (name == null && username == null && uri == null) {
            return false;
        }
        List<Contact> contacts = new ArrayList<>();
        for (JsonTree email : profile.at("emails", "emails").elements()) {
            add(contacts, ContactPointKind.EMAIL, email.text());
        }
        for (JsonTree phone : profile.at("phone_numbers").elements()) {
            add(contacts, ContactPointKind.PHONE, phone.at("phone_number").text());
        }
        add(contacts, ContactPointKind.HANDLE, username);
        add(contacts, ContactPointKind.PROFILE_URL, uri);
        SourceTime created =
                MetaTime.seconds(profile.at("registration_timestamp").text(), source.offset(), tally);
        String address = notEmpty(uri);
        String id = address == null ? notEmpty(username) : ContactPoints.url(address);
        emit(name, id, created, contacts, source);
        return true;
    }

    /** {@code profile_user}: labels are in the language of the account; the English ones are known. */
    boolean takeInstagram(JsonTree profile, SourcePointer source) {
        JsonTree values = profile.at("string_map_data");
        String username = repaired(values.at("Username", "value").text());
        String name = repaired(values.at("Name", "value").text());
        if (username == null && name == null) {
            return false;
        }
        List<Contact> contacts = new ArrayList<>();
        add(contacts, ContactPointKind.EMAIL, values.at("Email", "value").text());
        add(contacts, ContactPointKind.PHONE, values.at("Phone Number", "value").text());
        add(contacts, ContactPointKind.HANDLE, username);
        emit(name, notEmpty(username), SourceTime.absent(), contacts, source);
        for (JsonTree media : profile.at("media_map_data").fields().values()) {
            picture(media, source);
        }
        return true;
    }

    /** One picture of the holder: {@code uri} and {@code creation_timestamp}. */
    private void picture(JsonTree media, SourcePointer source) {
        String uri = notEmpty(media.at("uri").text());
        if (uri != null) {
            SourceTime at = MetaTime.seconds(media.at("creation_timestamp").text(), source.offset(), tally);
            tally.emit(new Observation.Attribute(holder, AttributeKind.PICTURE, Mojibake.repaired(uri), at, source));
        }
    }

    /**
     * An album of Facebook's; only that of the profile pictures is the account's own looks.
     *
     * @return false when it is no album
     */
    boolean takeAlbum(JsonTree album, SourcePointer source) {
        tellKeys(ALBUM_KEYS, "album", album, source);
        for (JsonTree photo : album.at("photos").elements()) {
            tellKeys(PHOTO_KEYS, "photo", photo, source);
        }
        String name = repaired(album.at("name").text());
        if (name == null) {
            return false;
        }
        if (PROFILE_ALBUMS.contains(name.toLowerCase(Locale.ROOT))) {
            album.at("photos").elements().forEach(photo -> picture(photo, source));
        }
        return true;
    }

    private void tellKeys(Set<String> known, String where, JsonTree tree, SourcePointer source) {
        for (String key : tree.fields().keySet()) {
            if (!known.contains(key)) {
                tally.unknownKey(where, key, source.offset());
            }
        }
    }

    private record Contact(ContactPointKind kind, String value) {}

    private static void add(List<Contact> contacts, ContactPointKind kind, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            contacts.add(new Contact(kind, Mojibake.repaired(value)));
        }
    }

    private void emit(
            @Nullable String name,
            @Nullable String id,
            SourceTime created,
            List<Contact> contacts,
            SourcePointer source) {
        tally.emit(new Observation.Account(holder, true, created, source));
        AccountRef account = id == null || id.isEmpty()
                ? AccountRef.named(holder.platform(), name, holder.scope())
                : AccountRef.identified(holder.platform(), id, name);
        tally.emit(new Observation.Account(account, true, created, source));
        for (Contact contact : contacts) {
            tally.emit(new Observation.ContactPoint(
                    account, contact.kind(), ContactRelation.OWNED, contact.value(), normal(contact), source));
        }
    }

    private String normal(Contact contact) {
        return switch (contact.kind()) {
            case PHONE -> ContactPoints.phone(contact.value(), context.defaultCountryCode());
            case EMAIL -> ContactPoints.email(contact.value());
            case HANDLE -> ContactPoints.handle(contact.value());
            case PROFILE_URL, INVITE_LINK -> ContactPoints.url(contact.value());
        };
    }

    private static @Nullable String notEmpty(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable String repaired(@Nullable String text) {
        String present = notEmpty(text);
        return present == null ? null : Mojibake.repaired(present);
    }
}
