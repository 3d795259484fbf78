package suluh.app.flow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.LogDisclosure.Handing;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProtectChild.Masked;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredContact;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredMessage;
import suluh.core.canon.JsonObject;
import suluh.core.casework.Act;
import suluh.core.casework.Agency;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.NameMask;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.exports.cybertip.TipReport;
import suluh.exports.cybertip.TipReport.Chat;
import suluh.exports.cybertip.TipReport.Filer;
import suluh.exports.cybertip.TipReport.Sighting;
import suluh.exports.cybertip.TipReport.TipAccount;
import suluh.exports.cybertip.TipXml;

/**
 * Writes what a case found as a CyberTipline report, for a platform or a hotline to file; Suluh sends nothing.
 *
 * <p>The passages are those of the findings; the accounts are those that wrote them. Accounts marked as a child's are left
 * out and their names masked, unless the person asks for them. Each report stands in the disclosure log.
 */
public final class WriteTipReport {
    /** More passages than this of one conversation nobody reads in a report; the note says how many there are. */
    private static final int MAX_PASSAGES = 40;

    private static final int MAX_CONVERSATIONS = 50;
    private static final int MAX_ACCOUNTS = 100;
    private static final int MAX_SIGHTINGS = 50;

    private final House house;

    public WriteTipReport(House house) {
        this.house = house;
    }

    /**
     * What a person wants reported.
     *
     * @param incidentType category in the schema's words
     * @param conversations keys; none means every conversation in the band look-now
     * @param filer who will file
     * @param urgency why a child may be at risk now, or empty
     * @param note more that must be known, or empty
     * @param withChildren true to name the accounts marked as a child's whose mask was lifted for the person who acts
     */
    public record Wanted(
            String incidentType,
            Set<String> conversations,
            Filer filer,
            String urgency,
            String note,
            boolean withChildren) {
        public Wanted {
            conversations = new LinkedHashSet<>(conversations);
        }
    }

    /**
     * A report that was written.
     *
     * @param left how many accounts marked as a child's were left out
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to whoever asked; nobody changes them
    public record Written(byte[] xml, int conversations, int accounts, int left) {}

    /** Conversations that a report can be about: those of the findings above background, by key. */
    public Outcome<Map<String, String>> choices(OpenedCase opened) {
        return house.access().stillIn(opened, Act.ASSEMBLE_BUNDLE).then(open -> {
            NameMask mask = new ProtectChild(house).masked(open).mask();
            Map<String, String> choices = new LinkedHashMap<>();
            for (JsonObject finding : ConversationFindings.of(house, open).all().values()) {
                String key = finding.text("key").orElse("");
                choices.put(key, mask.text(finding.text("name").orElse(key)));
            }
            return Outcome.done(choices);
        });
    }

    /** Writes the report and logs for whom. */
    public Outcome<Written> run(OpenedCase opened, Wanted wanted, Handing handing) {
        return house.access()
                .stillIn(opened, Act.ASSEMBLE_BUNDLE)
                .then(open -> LogDisclosure.checked(handing)
                        .then(good -> MarkCase.mayLeave(house, open))
                        .then(leaving -> write(open, wanted).then(written -> {
                            LogDisclosure.note(house, open, handing, Sha256Digest.of(written.xml()));
                            return Outcome.done(written);
                        })));
    }

    /** The report without a line in the log, for a package that has its own. */
    Outcome<Written> write(OpenedCase open, Wanted wanted) {
        if (!TipReport.isIncidentType(wanted.incidentType())) {
            return Outcome.refused(
                    CaseworkCode.DISCLOSURE_INCOMPLETE,
                    "The schema knows no incident type of these words; take one of its eight, as it writes them.");
        }
        List<JsonObject> chosen = ConversationFindings.of(house, open).all().values().stream()
                .filter(finding -> wanted.conversations().isEmpty()
                        ? finding.text("band").orElse("").equals("look-now")
                        : wanted.conversations().contains(finding.text("key").orElse("")))
                .limit(MAX_CONVERSATIONS)
                .toList();
        if (chosen.isEmpty()) {
            return Outcome.refused(
                    CaseworkCode.FINDINGS_MISSING,
                    "The findings of case " + open.number() + " hold no such conversation; name one that they list.");
        }
        return Outcome.done(new Draft(open, wanted).written(chosen));
    }

    /** One report in the making. */
    private final class Draft {
        private final OpenedCase open;
        private final Wanted wanted;
        private final CaseMaterial material;
        private final Masked children;
        private final Masked hidden;
        private final NameMask mask;
        private final Map<String, StoredAccount> accounts = new LinkedHashMap<>();
        private final Set<StoredAccount> writers = new LinkedHashSet<>();
        private final Set<StoredAccount> marked = new LinkedHashSet<>();
        private final Set<String> pages = new TreeSet<>();
        private final Set<String> platforms = new TreeSet<>();
        private @Nullable Instant first;

        Draft(OpenedCase open, Wanted wanted) {
            this.open = open;
            this.wanted = wanted;
            this.material = new CaseMaterial(house.observations(), open.id());
            this.children = new ProtectChild(house).all(open);
            this.hidden = wanted.withChildren() ? new ProtectChild(house).masked(open) : children;
            this.mask = hidden.mask();
            material.accounts().forEach(account -> accounts.putIfAbsent(account.key(), account));
        }

        Written written(List<JsonObject> chosen) {
            List<Chat> chats = chosen.stream().map(this::chat).toList();
            Instant at = first;
            Agency agency = house.register().agencies().get(open.acting().agency());
            List<TipAccount> reported =
                    writers.stream().limit(MAX_ACCOUNTS).map(this::account).toList();
            List<TipAccount> named = marked.stream()
                    .filter(account -> !hidden.accounts().contains(account.id()))
                    .limit(MAX_ACCOUNTS)
                    .map(this::account)
                    .toList();
            int left = marked.size() - named.size();
            TipReport report = new TipReport(
                    wanted.incidentType(),
                    String.join(", ", platforms),
                    wanted.urgency(),
                    at == null ? house.cases().openedAt(open.id()) : at,
                    at == null
                            ? "No record states an instant; this is when the case was opened."
                            : "Instant of the earliest passage whose time is known, as its source states it.",
                    chats,
                    List.copyOf(pages),
                    agency == null ? open.acting().agency() : agency.name(),
                    open.number(),
                    wanted.filer(),
                    reported,
                    named,
                    note(left));
            return new Written(TipXml.bytes(report), chats.size(), reported.size(), left);
        }

        private String note(int left) {
            return (wanted.note() + "\nPassages were marked by a machine to order attention; a person must read them in"
                            + " their context. Each names the sealed record: item path @offset+length (bytes).\nOffence"
                            + " inquired into: "
                            + open.mandate().offence().source().citation() + "."
                            + (left == 0 ? "" : "\nAccounts held to be a child's and left out: " + left + "."))
                    .strip();
        }

        private Chat chat(JsonObject finding) {
            String key = finding.text("key").orElse("");
            Optional<StoredConversation> conversation = material.conversations().stream()
                    .filter(one -> one.reference().key().equals(key))
                    .findFirst();
            List<JsonObject> cues = ConversationFindings.objects(finding, "cues");
            StringBuilder content = new StringBuilder();
            Set<Long> told = new LinkedHashSet<>();
            for (JsonObject cue : cues) {
                long index = (long) ConversationFindings.number(cue, "messageIndex");
                if (told.size() < MAX_PASSAGES && told.add(index)) {
                    conversation
                            .flatMap(one -> house.observations().messages(open.id(), one.id(), index, 1).stream()
                                    .findFirst())
                            .ifPresent(message -> passage(content, message));
                }
            }
            conversation.ifPresent(one -> participants(one.id()));
            String platform = finding.text("platform").orElse("");
            platforms.add(platform);
            String name = finding.text("name").orElse(key);
            return new Chat(
                    platform,
                    mask.text(name),
                    content.toString().strip(),
                    told.size() + " of " + (long) ConversationFindings.number(finding, "messages")
                            + " messages, those with passages of note; the others are held in the case.");
        }

        private void passage(StringBuilder content, StoredMessage message) {
            Instant at = message.sentAt();
            if (at != null && (first == null || at.isBefore(first))) {
                first = at;
            }
            String sender = "(unnamed)";
            if (message.sender() > 0) {
                StoredAccount account = material.account(message.sender());
                sender = mask.text(account.name() == null ? account.key() : account.name());
                if (!children.accounts().contains(account.id())) {
                    writers.add(account);
                }
            }
            content.append('[')
                    .append(at == null ? message.sentText() + " (zone " + message.zone() + ")" : at.toString())
                    .append("] ")
                    .append(sender)
                    .append(": ")
                    .append(mask.text(message.text()))
                    .append("\n  (")
                    .append(message.source().item().value())
                    .append(' ')
                    .append(mask.text(message.source().path()))
                    .append(" @")
                    .append(message.source().offset())
                    .append('+')
                    .append(message.source().length())
                    .append(")\n");
        }

        /** Children who take part, and addresses published there. */
        private void participants(int conversation) {
            material.ties().stream()
                    .filter(tie -> tie.conversation() == conversation
                            && children.accounts().contains(tie.account()))
                    .forEach(tie -> marked.add(material.account(tie.account())));
            material.contacts().stream()
                    .filter(contact ->
                            contact.conversation() == conversation && contact.kind() == ContactPointKind.INVITE_LINK)
                    .forEach(contact -> pages.add(mask.text(contact.normalised())));
        }

        private TipAccount account(StoredAccount account) {
            String rest = account.key().substring(account.key().indexOf(':') + 1);
            return new TipAccount(
                    rest.startsWith("~") ? "" : rest,
                    account.platform().wire(),
                    own(account, ContactPointKind.HANDLE).stream().findFirst().orElse(""),
                    account.name() == null ? "" : account.name(),
                    own(account, ContactPointKind.PROFILE_URL),
                    own(account, ContactPointKind.PHONE),
                    own(account, ContactPointKind.EMAIL),
                    house.profiles().statements(open.id(), account.id(), MAX_SIGHTINGS).stream()
                            .filter(statement -> statement.kind().equals("login"))
                            .map(statement -> new Sighting(statement.detail(), statement.at()))
                            .toList(),
                    rest.startsWith("~") ? "Known by its display name in one conversation only." : "");
        }

        private List<String> own(StoredAccount account, ContactPointKind kind) {
            return material.contacts().stream()
                    .filter(contact -> contact.account() == account.id()
                            && contact.relation() == ContactRelation.OWNED
                            && contact.kind() == kind)
                    .map(StoredContact::normalised)
                    .distinct()
                    .toList();
        }
    }
}
