package suluh.exports.telegram;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;

/** Reads what a full export says of its holder: personal information, contacts and sessions. */
final class AccountSections {
    private final ReadingContext context;
    private final ReadingTally tally;
    private @Nullable AccountRef owner;

    AccountSections(ReadingContext context, ReadingTally tally) {
        this.context = context;
        this.tally = tally;
    }

    /** Id of the export's holder, or null while none was read. */
    @Nullable
    String ownerId() {
        return owner == null ? null : owner.id();
    }

    /** One record: the holder. */
    void readOwner(JsonCursor json) throws IOException {
        Person person = new Person();
        SourcePointer source = person.read("personal_information", json);
        if (source == null || person.id == null) {
            incomplete("personal_information", source);
            return;
        }
        owner = AccountRef.identified(Platform.TELEGRAM, TelegramAccounts.normalId(person.id), person.fullName());
        tally.emit(new Observation.Account(owner, true, SourceTime.absent(), source));
        emitContacts(owner, person, source);
        if (person.biography != null && !person.biography.isBlank()) {
            tally.emit(new Observation.Attribute(
                    owner, AttributeKind.BIOGRAPHY, person.biography, SourceTime.absent(), source));
        }
        tally.recordRead();
    }

    /** One record for each contact of the list. */
    void readContacts(JsonCursor json) throws IOException {
        readList("contacts", json, this::readContact);
    }

    /** One record for each session of the list. */
    void readSessions(JsonCursor json) throws IOException {
        readList("sessions", json, this::readSession);
    }

    /** One record for each profile picture of the holder. */
    void readPictures(JsonCursor json) throws IOException {
        if (!json.atArray()) {
            tally.unexpectedType("export", "profile_pictures", json.tokenStart());
            tally.recordNotUnderstood();
            json.skip();
            return;
        }
        while (json.nextElement()) {
            readPicture(json);
        }
    }

    private void readPicture(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        if (!json.atObject()) {
            json.skip();
            incomplete("profile_pictures", null);
            return;
        }
        String photo = null;
        String date = null;
        String unix = null;
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "photo" -> photo = json.textOrNull();
                case "date" -> date = json.textOrNull();
                case "date_unixtime" -> unix = json.textOrNull();
                case "photo_file_size", "width", "height" -> json.skip();
                default -> {
                    tally.unknownKey("profile_pictures", key, json.tokenStart());
                    json.skip();
                }
            }
        }
        SourcePointer source = tally.pointer(start, json.position() - start);
        // Telegram puts a sentence in brackets where the file was not exported.
        if (photo == null || photo.isEmpty() || photo.startsWith("(") || owner == null) {
            tally.recordSkipped("profile picture without a file or an owner");
            return;
        }
        SourceTime time = TelegramTime.of(date, unix, context.assumedZone(), start, tally);
        tally.emit(new Observation.Attribute(owner, AttributeKind.PICTURE, photo, time, source));
        tally.recordRead();
    }

    private interface ElementReader {
        void read(JsonCursor json) throws IOException;
    }

    private void readList(String section, JsonCursor json, ElementReader reader) throws IOException {
        if (!json.atObject()) {
            tally.unexpectedType("export", section, json.tokenStart());
            tally.recordNotUnderstood();
            json.skip();
            return;
        }
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            if (key.equals("list") && json.atArray()) {
                while (json.nextElement()) {
                    reader.read(json);
                }
                continue;
            }
            if (!key.equals("about")) {
                tally.unknownKey(section, key, json.tokenStart());
            }
            json.skip();
        }
    }

    private void readContact(JsonCursor json) throws IOException {
        Person person = new Person();
        SourcePointer source = person.read("contacts", json);
        if (source == null) {
            incomplete("contacts", null);
            return;
        }
        if (person.id == null || person.id.equals("0")) {
            // A number in the holder's address book that has no account: it is nobody's on this platform.
            tally.recordSkipped("contact without an account");
            return;
        }
        AccountRef account =
                AccountRef.identified(Platform.TELEGRAM, TelegramAccounts.normalId(person.id), person.fullName());
        tally.emit(new Observation.Account(account, false, SourceTime.absent(), source));
        emitContacts(account, person, source);
        tally.recordRead();
    }

    private void readSession(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        if (!json.atObject()) {
            json.skip();
            incomplete("sessions", null);
            return;
        }
        String address = null;
        String date = null;
        String unix = null;
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "last_ip" -> address = json.textOrNull();
                case "last_active" -> date = json.textOrNull();
                case "last_active_unixtime" -> unix = json.textOrNull();
                default -> json.skip();
            }
        }
        SourcePointer source = tally.pointer(start, json.position() - start);
        if (address == null || address.isEmpty() || owner == null) {
            tally.recordSkipped("session without an address or an owner");
            return;
        }
        SourceTime time = TelegramTime.of(date, unix, context.assumedZone(), start, tally);
        tally.emit(new Observation.Login(owner, address, time, source));
        tally.recordRead();
    }

    private void incomplete(String section, @Nullable SourcePointer source) {
        tally.recordNotUnderstood();
        tally.alarmOnce(
                ReadingCode.RECORD_INCOMPLETE,
                section,
                "a record of " + section + " is no object or has no user_id",
                source == null ? -1 : source.offset());
    }

    private void emitContacts(AccountRef account, Person person, SourcePointer source) {
        if (person.phone != null && !person.phone.isEmpty()) {
            String normal =
                    ContactPoints.phone(TelegramAccounts.international(person.phone), context.defaultCountryCode());
            emitOwned(account, ContactPointKind.PHONE, person.phone, normal, source);
        }
        if (person.username != null && !person.username.isEmpty()) {
            String normal = ContactPoints.handle(person.username);
            emitOwned(account, ContactPointKind.HANDLE, person.username, normal, source);
            if (!normal.isEmpty()) {
                emitOwned(account, ContactPointKind.PROFILE_URL, person.username, "t.me/" + normal, source);
            }
        }
    }

    private void emitOwned(
            AccountRef account, ContactPointKind kind, String value, String normal, SourcePointer source) {
        tally.emit(new Observation.ContactPoint(account, kind, ContactRelation.OWNED, value, normal, source));
    }

    /** Keys that describe one person. */
    private final class Person {
        private @Nullable String id;
        private @Nullable String firstName;
        private @Nullable String lastName;
        private @Nullable String phone;
        private @Nullable String username;
        private @Nullable String biography;

        /** Reads the object at the cursor; null when there is none. */
        @Nullable
        SourcePointer read(String section, JsonCursor json) throws IOException {
            long start = json.tokenStart();
            if (!json.atObject()) {
                json.skip();
                return null;
            }
            while (json.nextKey()) {
                String key = json.key();
                json.next();
                switch (key) {
                    case "user_id" -> id = json.textOrNull();
                    case "first_name" -> firstName = json.textOrNull();
                    case "last_name" -> lastName = json.textOrNull();
                    case "phone_number" -> phone = json.textOrNull();
                    case "username" -> username = json.textOrNull();
                    case "bio" -> biography = json.textOrNull();
                    case "date", "date_unixtime", "about" -> json.skip();
                    default -> {
                        tally.unknownKey(section, key, json.tokenStart());
                        json.skip();
                    }
                }
            }
            return tally.pointer(start, json.position() - start);
        }

        /** First and last name with a space between, or null when neither is given. */
        @Nullable
        String fullName() {
            String first = firstName == null ? "" : firstName;
            String last = lastName == null ? "" : lastName;
            String full = first.isEmpty() || last.isEmpty() ? first + last : first + " " + last;
            return full.isEmpty() ? null : full;
        }
    }
}
