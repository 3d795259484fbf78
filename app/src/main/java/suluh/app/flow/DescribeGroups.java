package suluh.app.flow;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.MapNetwork.Mapped;
import suluh.app.store.NetworkStore;
import suluh.app.store.NetworkStore.GroupMessage;
import suluh.app.store.NetworkStore.RecordPlace;
import suluh.app.store.NetworkStore.StoredFile;
import suluh.app.store.NetworkStore.StoredIdentifier;
import suluh.app.store.NetworkStore.StoredPair;
import suluh.app.store.ObservationStore.GroupStatement;
import suluh.app.store.StoredConversation;
import suluh.core.network.CaseNetwork;
import suluh.core.network.GroupActivity;
import suluh.core.network.GroupActivity.Reach;
import suluh.core.network.GroupRhythm;
import suluh.core.network.GroupTraits;
import suluh.core.network.GroupWords;
import suluh.core.network.Observed;
import suluh.core.network.RoleEvidence;
import suluh.core.network.RoleFact;
import suluh.core.network.Tie;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.SourcePointer;

/** Tells what each group does, from its messages, links, joins and own words. */
final class DescribeGroups {
    /** Groups described: the largest by messages. */
    private static final int MAX_GROUPS = 400;

    private static final int MAX_OFFER_SOURCES = 5;
    /** Words by which a group says that it is closed, and that it is open. */
    private static final List<String> CLOSED = List.of("private", "closed", "secret", "tertutup", "peribadi", "rahsia");

    private static final List<String> OPEN =
            List.of("open to anyone", "open to all", "anyone can", "terbuka", "semua boleh");

    private static final class Figures {
        private final GroupRhythm rhythm = new GroupRhythm();
        private final GroupWords words = new GroupWords();
        private final List<SourcePointer> offers = new ArrayList<>();
        private final SortedMap<YearMonth, Long> joins = new TreeMap<>();
        private final SortedSet<String> identifiers = new TreeSet<>();
        private final SortedMap<String, Long> linksOut = new TreeMap<>();
        private long unasked;
    }

    /** Offers of access of one node: how many, and the first that were read. */
    private static final class Offers {
        private long times;
        private final Set<RecordPlace> first = new LinkedHashSet<>();

        private void add(RecordPlace record) {
            times++;
            if (first.size() < MAX_OFFER_SOURCES) {
                first.add(record);
            }
        }
    }

    private final CaseMaterial material;
    private final Mapped mapped;
    private final Map<Integer, Figures> figures = new HashMap<>();
    private final SortedMap<String, Offers> offersOf = new TreeMap<>();
    private final Map<Integer, StoredFile> files;

    /**
     * What was told.
     *
     * @param activities groups in the order of their keys
     * @param traits what they are compared by, in the same order
     * @param offers one for each account that offered access at a price
     */
    record Described(List<GroupActivity> activities, List<GroupTraits> traits, List<RoleFact> offers) {}

    private DescribeGroups(CaseMaterial material, Mapped mapped, Map<Integer, StoredFile> files) {
        this.material = material;
        this.mapped = mapped;
        this.files = files;
        material.conversations().stream()
                .filter(conversation -> mapped.isGroup().of(conversation.id()))
                .sorted(Comparator.comparingLong(StoredConversation::messages)
                        .reversed()
                        .thenComparingInt(StoredConversation::id))
                .limit(MAX_GROUPS)
                .forEach(conversation -> figures.put(conversation.id(), new Figures()));
    }

    static Described run(NetworkStore store, int caseId, CaseMaterial material, Mapped mapped) {
        DescribeGroups flow = new DescribeGroups(material, mapped, store.files(caseId));
        if (!flow.figures.isEmpty()) {
            store.forEachGroupMessage(caseId, flow.figures.keySet(), flow::read);
        }
        mapped.invitations().forEach(flow::join);
        mapped.identifiers().forEach(flow::posted);
        List<StoredConversation> groups = material.conversations().stream()
                .filter(conversation -> flow.figures.containsKey(conversation.id()))
                .sorted(Comparator.comparing(
                        conversation -> conversation.reference().key()))
                .toList();
        List<GroupActivity> activities = new ArrayList<>();
        List<GroupTraits> traits = new ArrayList<>();
        for (StoredConversation group : groups) {
            Figures own = flow.figures(group.id());
            activities.add(flow.activity(group, own));
            traits.add(GroupTraits.of(
                    group.reference().key(),
                    own.identifiers,
                    mapped.media().getOrDefault(group.id(), new TreeSet<>()),
                    own.words));
        }
        return new Described(activities, traits, flow.offers());
    }

    private Figures figures(int conversation) {
        Figures own = figures.get(conversation);
        if (own == null) {
            throw new IllegalStateException("conversation " + conversation + " is not described");
        }
        return own;
    }

    private void read(GroupMessage message) {
        Figures own = figures(message.conversation());
        Long hour = message.hour();
        if (hour != null) {
            own.rhythm.add(hour);
        }
        String text = message.text();
        if (text == null) {
            return;
        }
        GroupWords.Offer offer = own.words.add(text);
        if (offer != GroupWords.Offer.NONE) {
            keepEarliest(own.offers, source(message.record()));
        }
        if (offer == GroupWords.Offer.ACCESS_AT_A_PRICE) {
            String node = mapped.resolution().representative(material.accountKey(message.sender()));
            offersOf.computeIfAbsent(node, ignored -> new Offers()).add(message.record());
        }
    }

    private List<RoleFact> offers() {
        List<RoleFact> facts = new ArrayList<>();
        offersOf.forEach((node, own) -> facts.add(new RoleFact(
                node,
                RoleEvidence.Code.OFFERED_ACCESS_AT_A_PRICE,
                "",
                new Observed(
                        own.times,
                        null,
                        null,
                        own.first.stream().map(this::source).toList()))));
        return facts;
    }

    private SourcePointer source(RecordPlace record) {
        StoredFile file = files.get(record.place());
        if (file == null) {
            throw new IllegalStateException("a record lies in no file of the case");
        }
        return file.at(record);
    }

    /** The same ones are kept, whatever the order that messages come in. */
    private static void keepEarliest(List<SourcePointer> kept, SourcePointer source) {
        kept.add(source);
        kept.sort(Comparator.comparing((SourcePointer one) -> one.item().value())
                .thenComparing(SourcePointer::path)
                .thenComparingLong(SourcePointer::offset));
        if (kept.size() > MAX_OFFER_SOURCES) {
            kept.removeLast();
        }
    }

    private void join(StoredPair invitation) {
        Figures own = figures.get(invitation.conversation());
        if (own != null) {
            Instant at = invitation.observed().first();
            if (at != null) {
                own.joins.merge(YearMonth.from(at.atOffset(ZoneOffset.ofHours(8))), 1L, Long::sum);
            }
            own.unasked += invitation.from() == 0 ? 1 : 0;
        }
    }

    private void posted(StoredIdentifier identifier) {
        Figures own = figures.get(identifier.conversation());
        if (own == null) {
            return;
        }
        String value = identifier.normalised();
        own.identifiers.add(value);
        if (identifier.kind() == ContactPointKind.INVITE_LINK) {
            String site = value.indexOf('/') < 0 ? value : value.substring(0, value.indexOf('/'));
            own.linksOut.merge(site, identifier.observed().times(), Long::sum);
        }
    }

    private GroupActivity activity(StoredConversation group, Figures own) {
        CaseNetwork network = mapped.network();
        int place = network.place(group.reference().key());
        Instant first = null;
        Instant last = null;
        long members = 0;
        if (place >= 0) {
            for (Tie tie : network.ties(place)) {
                boolean writes = tie.kind() == suluh.core.network.TieKind.MESSAGES;
                Instant began = tie.first();
                Instant ended = tie.last();
                first = writes && began != null && (first == null || began.isBefore(first)) ? began : first;
                last = writes && ended != null && (last == null || ended.isAfter(last)) ? ended : last;
            }
            members = network.ties(place).stream()
                    .filter(tie -> tie.b() == place)
                    .map(Tie::a)
                    .distinct()
                    .count();
        }
        return new GroupActivity(
                group.reference().key(),
                first,
                last,
                own.rhythm.months(),
                own.joins,
                own.rhythm.hours(),
                own.rhythm.weekdays(),
                new TreeMap<>(own.words.languages()),
                own.words.offers(),
                own.words.accessOffers(),
                own.offers,
                own.linksOut,
                reach(group, own, members));
    }

    private Reach reach(StoredConversation group, Figures own, long members) {
        String privacy = null;
        String description = null;
        long stated = -1;
        for (GroupStatement statement : material.statements()) {
            if (statement.conversation() == group.id()) {
                privacy = privacy == null ? statement.statedPrivacy() : privacy;
                description = description == null ? statement.description() : description;
                stated = Math.max(stated, statement.statedMembers());
            }
        }
        boolean closed = says(privacy, CLOSED) || says(description, CLOSED);
        boolean open = own.unasked > 0 || says(description, OPEN);
        return new Reach(privacy, stated, members, own.unasked, closed && open);
    }

    private static boolean says(@Nullable String text, List<String> words) {
        return text != null && words.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
    }
}
