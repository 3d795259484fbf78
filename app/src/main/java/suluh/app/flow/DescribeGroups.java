package suluh.app.flow;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.MapNetwork.Mapped;
import suluh.app.host.Processors;
import suluh.app.store.NetworkStore;
import suluh.app.store.NetworkStore.StoredIdentifier;
import suluh.app.store.NetworkStore.StoredPair;
import suluh.app.store.NetworkStore.StoredRhythm;
import suluh.app.store.NetworkStore.StoredText;
import suluh.app.store.ObservationStore.GroupStatement;
import suluh.app.store.StoredConversation;
import suluh.core.network.CaseNetwork;
import suluh.core.network.GroupActivity;
import suluh.core.network.GroupActivity.Reach;
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
        private final SortedMap<YearMonth, Long> months = new TreeMap<>();
        private final List<Long> hours = new ArrayList<>(Collections.nCopies(24, 0L));
        private final List<Long> weekdays = new ArrayList<>(Collections.nCopies(7, 0L));
        private final GroupWords words = new GroupWords();
        private final List<SourcePointer> offers = new ArrayList<>();
        private final SortedMap<YearMonth, Long> joins = new TreeMap<>();
        private long unasked;
    }

    private final CaseMaterial material;
    private final Mapped mapped;
    private final Map<Integer, Figures> figures = new HashMap<>();
    private final Map<String, List<RoleFact>> offersOf = new TreeMap<>();

    /**
     * What was told.
     *
     * @param activities groups in the order of their keys
     * @param traits what they are compared by, in the same order
     * @param offers accounts that offered access at a price
     */
    record Described(List<GroupActivity> activities, List<GroupTraits> traits, List<RoleFact> offers) {}

    private DescribeGroups(CaseMaterial material, Mapped mapped) {
        this.material = material;
        this.mapped = mapped;
        material.conversations().stream()
                .filter(conversation -> mapped.isGroup().of(conversation.id()))
                .sorted(Comparator.comparingLong(StoredConversation::messages)
                        .reversed()
                        .thenComparingInt(StoredConversation::id))
                .limit(MAX_GROUPS)
                .forEach(conversation -> figures.put(conversation.id(), new Figures()));
    }

    static Described run(NetworkStore store, int caseId, CaseMaterial material, Mapped mapped) {
        DescribeGroups flow = new DescribeGroups(material, mapped);
        // Two passes over all messages that touch different figures: the database works on one while the other is read.
        Processors.ALL.run(List.<Runnable>of(
                () -> store.forEachRhythm(caseId, flow::count),
                () -> store.forEachText(caseId, mapped.isGroup().toArray(), flow::read)));
        mapped.invitations().forEach(flow::join);
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
                    flow.identifiers(group.id()),
                    mapped.media().getOrDefault(group.id(), new TreeSet<>()),
                    own.words));
        }
        return new Described(
                activities,
                traits,
                flow.offersOf.values().stream().flatMap(List::stream).toList());
    }

    private Figures figures(int conversation) {
        Figures own = figures.get(conversation);
        if (own == null) {
            throw new IllegalStateException("conversation " + conversation + " is not described");
        }
        return own;
    }

    private void count(StoredRhythm rhythm) {
        Figures own = figures.get(rhythm.conversation());
        if (own != null) {
            own.months.merge(rhythm.month(), rhythm.messages(), Long::sum);
            int hour = rhythm.hourOfWeek() % 24;
            int day = rhythm.hourOfWeek() / 24;
            own.hours.set(hour, own.hours.get(hour) + rhythm.messages());
            own.weekdays.set(day, own.weekdays.get(day) + rhythm.messages());
        }
    }

    private void read(StoredText text) {
        Figures own = figures.get(text.conversation());
        if (own == null) {
            return;
        }
        GroupWords.Offer offer = own.words.add(text.text());
        if (offer != GroupWords.Offer.NONE) {
            keepEarliest(own.offers, text.source());
        }
        if (offer == GroupWords.Offer.ACCESS_AT_A_PRICE) {
            String node = mapped.resolution().representative(material.accountKey(text.sender()));
            offersOf.computeIfAbsent(node, ignored -> new ArrayList<>())
                    .add(new RoleFact(
                            node, RoleEvidence.Code.OFFERED_ACCESS_AT_A_PRICE, "", Observed.once(null, text.source())));
        }
    }

    /** Messages come in no stated order; the same ones are kept whatever it is. */
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

    private SortedSet<String> identifiers(int conversation) {
        SortedSet<String> values = new TreeSet<>();
        for (StoredIdentifier identifier : mapped.identifiers()) {
            if (identifier.conversation() == conversation) {
                values.add(identifier.normalised());
            }
        }
        return values;
    }

    private GroupActivity activity(StoredConversation group, Figures own) {
        SortedMap<String, Long> linksOut = new TreeMap<>();
        for (StoredIdentifier identifier : mapped.identifiers()) {
            if (identifier.conversation() == group.id() && identifier.kind() == ContactPointKind.INVITE_LINK) {
                String value = identifier.normalised();
                String site = value.indexOf('/') < 0 ? value : value.substring(0, value.indexOf('/'));
                linksOut.merge(site, identifier.observed().times(), Long::sum);
            }
        }
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
                own.months,
                own.joins,
                own.hours,
                own.weekdays,
                new TreeMap<>(own.words.languages()),
                own.words.offers(),
                own.words.accessOffers(),
                own.offers,
                linksOut,
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
