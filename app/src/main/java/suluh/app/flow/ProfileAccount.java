package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import suluh.app.flow.AccountProfile.Ages;
import suluh.app.flow.AccountProfile.Contact;
import suluh.app.flow.AccountProfile.GroupLine;
import suluh.app.flow.AccountProfile.Line;
import suluh.app.store.MediaStore;
import suluh.app.store.ProfileStore;
import suluh.app.store.ProfileStore.Passage;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredContact;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredTie;
import suluh.app.store.TraitStore.Statement;
import suluh.core.identity.profile.Openers;
import suluh.core.identity.profile.StatedAge;
import suluh.core.identity.profile.WeekHours;
import suluh.core.identity.profile.WeekHours.LikelyZone;
import suluh.core.identity.profile.WrittenLanguages;
import suluh.core.observation.Attachment;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.SourcePointer;

/** Adds up the profile of one account of a case; a function of the observations, computed when it is asked for. */
final class ProfileAccount {
    /** Languages and ages are read from so many messages; what more there is says the same. */
    private static final int MAX_MESSAGES = 5_000;

    private static final int MAX_FILES = 20_000;
    private static final int MAX_STATEMENTS = 2_000;
    private static final int MAX_LINES = 200;
    private static final int MAX_SOURCES = 5;
    /** Records kept of each hour of the week. */
    private static final int RECORDS_OF_AN_HOUR = 2;

    private static final int ADULT = 18;
    /** Of an attachment whose name is that of a file, and not a sentence that there is none. */
    private static final String REFERENCED = " " + Attachment.Presence.REFERENCED.wire() + " ";

    private final ProfileStore store;
    private final ReusedMedia.Found files;
    private final AccountMaterial material;
    private final ProtectChild.Masked masked;
    private final int caseId;
    private final StoredAccount account;

    private ProfileAccount(House house, int caseId, AccountMaterial material, ProtectChild.Masked masked) {
        this.store = house.profiles();
        this.caseId = caseId;
        this.material = material;
        this.masked = masked;
        this.account = material.account();
        this.files = ReusedMedia.of(house, caseId, masked, account);
    }

    static AccountProfile of(House house, int caseId, AccountMaterial material, ProtectChild.Masked masked) {
        return new ProfileAccount(house, caseId, material, masked).profile();
    }

    private AccountProfile profile() {
        WeekHours hours = store.hours(caseId, account.id());
        WrittenLanguages languages = new WrittenLanguages();
        store.newest(caseId, account.id(), MAX_MESSAGES)
                .forEach(passage -> languages.add(passage.text(), passage.source()));
        WritingTimes times = new WritingTimes(hours, store.ofEachHour(caseId, account.id(), RECORDS_OF_AN_HOUR));
        Optional<LikelyZone> zone = hours.likelyZone();
        String name = account.name();
        return new AccountProfile(
                account.id(),
                masked.name(account.id(), account.key()),
                masked.name(account.id(), name == null ? account.key() : name),
                account.platform().wire(),
                account.messages(),
                history(),
                groupLines(),
                contacts(),
                hours,
                Stream.concat(times.days().stream(), times.hours().stream()).toList(),
                zone,
                zone.map(times::ofZone).orElse(List.of()),
                languages.byCount().stream()
                        .map(one -> new Line("language", one.tag(), "", one.messages(), one.sources()))
                        .toList(),
                languages.messages(),
                seen(),
                files.uses(),
                namedMedia(),
                published(),
                openers(),
                ages());
    }

    private List<Line> history() {
        Map<String, Line> lines = new LinkedHashMap<>();
        String name = account.name();
        if (name != null) {
            material.record().ifPresent(source -> put(lines, new Line("name", name, "", 1, List.of(source))));
        }
        for (StoredContact contact : material.contacts()) {
            if (contact.relation() == ContactRelation.OWNED) {
                put(lines, contactLine(contact));
            }
        }
        for (Statement statement : store.statements(caseId, account.id(), MAX_STATEMENTS)) {
            int colon = statement.detail().indexOf(": ");
            boolean isLogin = statement.kind().equals("login") || colon < 0;
            put(
                    lines,
                    new Line(
                            isLogin ? "login" : statement.detail().substring(0, colon),
                            isLogin ? statement.detail() : statement.detail().substring(colon + 2),
                            statement.at() == null ? "" : statement.at().toString(),
                            1,
                            List.of(statement.source())));
        }
        return lines.values().stream().limit(MAX_LINES).toList();
    }

    private Line contactLine(StoredContact contact) {
        return new Line(contact.kind().wire(), contact.normalised(), "", contact.times(), List.of(contact.source()));
    }

    /** Puts a line, adding it to one that says the same: first time, number of records, some sources. */
    private void put(Map<String, Line> lines, Line line) {
        Line shown = new Line(
                line.kind(), masked.name(account.id(), line.value()), line.when(), line.records(), line.sources());
        lines.merge(line.kind() + " " + line.value(), shown, (a, b) -> {
            List<SourcePointer> sources = new ArrayList<>(a.sources());
            b.sources().stream()
                    .limit(Math.max(0, MAX_SOURCES - sources.size()))
                    .forEach(sources::add);
            String last = b.when().isEmpty() ? a.when() : b.when();
            String first =
                    a.when().contains(" … ") ? a.when().substring(0, a.when().indexOf(" … ")) : a.when();
            String span = first.isEmpty() || first.equals(last) ? last : first + " … " + last;
            return new Line(a.kind(), a.value(), span, a.records() + b.records(), sources);
        });
    }

    private List<GroupLine> groupLines() {
        return material.groups().stream()
                .sorted(Comparator.comparingLong(StoredTie::messages).reversed())
                .limit(MAX_LINES)
                .map(tie -> {
                    StoredConversation group = material.conversation(tie.conversation());
                    String title = group.reference().name();
                    return new GroupLine(
                            tie.conversation(),
                            new Line(
                                    "role." + tie.role(),
                                    masked.mask()
                                            .text(
                                                    title == null
                                                            ? group.reference().id()
                                                            : title),
                                    "",
                                    Math.max(1, tie.messages()),
                                    List.of(tie.source())));
                })
                .toList();
    }

    private List<Contact> contacts() {
        return material.dialogues().entrySet().stream()
                .map(entry -> {
                    StoredAccount other = material.other(entry.getValue());
                    String name = other.name();
                    return new Contact(
                            other.id(),
                            masked.name(other.id(), name == null ? other.key() : name),
                            entry.getKey(),
                            material.conversation(entry.getKey()).messages());
                })
                .sorted(Comparator.comparingLong(Contact::messages).reversed().thenComparingInt(Contact::conversation))
                .limit(MAX_LINES)
                .toList();
    }

    private List<Line> seen() {
        return store.firstAndLast(caseId, account.id()).stream()
                .map(passage -> new Line(
                        "message",
                        "",
                        passage.at() == null ? "" : passage.at().toString(),
                        1,
                        List.of(passage.source())))
                .toList();
    }

    /** Files of one name whose content nobody handed in: the name is all that can be compared. */
    private List<Line> namedMedia() {
        Map<String, List<Passage>> byFile = new TreeMap<>();
        for (Passage passage : store.withFiles(caseId, account.id(), MAX_FILES)) {
            if (!files.received().contains(passage.source())) {
                passage.attachments()
                        .lines()
                        .filter(line -> line.contains(REFERENCED))
                        .flatMap(line -> MediaStore.names(line).stream())
                        .forEach(file -> byFile.computeIfAbsent(file, ignored -> new ArrayList<>())
                                .add(passage));
            }
        }
        return byFile.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                                .map(Passage::conversation)
                                .distinct()
                                .count()
                        > 1)
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Passage>> entry) ->
                        -entry.getValue().size()))
                .limit(MAX_LINES)
                .map(entry -> new Line(
                        "file-name",
                        masked.mask().text(entry.getKey()),
                        "",
                        entry.getValue().size(),
                        sources(entry.getValue())))
                .toList();
    }

    private static List<SourcePointer> sources(List<Passage> passages) {
        return passages.stream().map(Passage::source).limit(MAX_SOURCES).toList();
    }

    private List<Line> published() {
        Map<String, Line> lines = new LinkedHashMap<>();
        material.contacts().stream()
                .filter(contact -> contact.relation() == ContactRelation.PUBLISHED
                        || contact.kind() == ContactPointKind.INVITE_LINK)
                .forEach(contact -> put(lines, contactLine(contact)));
        return lines.values().stream()
                .sorted(Comparator.comparingLong(Line::records).reversed())
                .limit(MAX_LINES)
                .toList();
    }

    private List<Line> openers() {
        List<Openers.Opener> sent = store
                .openers(caseId, List.copyOf(material.dialogues().keySet()))
                .stream()
                .filter(passage -> passage.sender() == account.id())
                .map(passage -> new Openers.Opener(partner(passage.conversation()), passage.text(), passage.source()))
                .toList();
        return Openers.groups(sent).stream()
                .limit(MAX_LINES)
                .map(group -> new Line(
                        "opener",
                        masked.mask().text(group.example()),
                        "",
                        group.receivers(),
                        group.sources().stream().limit(MAX_SOURCES).toList()))
                .toList();
    }

    /** Key of the account on the other side of a conversation of two. */
    private String partner(int conversation) {
        Integer other = material.dialogues().get(conversation);
        return (other == null ? account : material.other(other)).key();
    }

    private Ages ages() {
        Map<Integer, Integer> youngest = new TreeMap<>();
        Map<Integer, SourcePointer> records = new TreeMap<>();
        List<Integer> conversations = List.copyOf(material.dialogues().keySet());
        for (Passage passage : store.numbersOfOthers(caseId, account.id(), conversations, MAX_MESSAGES)) {
            OptionalInt age = StatedAge.in(passage.text());
            if (age.isPresent() && age.getAsInt() < youngest.getOrDefault(passage.sender(), Integer.MAX_VALUE)) {
                youngest.put(passage.sender(), age.getAsInt());
                records.put(passage.sender(), passage.source());
            }
        }
        List<SourcePointer> under = youngest.entrySet().stream()
                .filter(entry -> entry.getValue() < ADULT)
                .map(entry -> records.get(entry.getKey()))
                .toList();
        int contacts = (int) material.dialogues().values().stream().distinct().count();
        return new Ages(
                contacts,
                youngest.size(),
                under.size(),
                under.stream().limit(MAX_SOURCES).toList());
    }
}
