package suluh.core.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * What the other conversations of a case say of a conversation of two: how it came about, and where it went.
 *
 * <p>Give it all ties of the case, then every record in the order of writing, conversation by conversation; then ask.
 * Nothing of it enters a score. Memory grows with conversations, groups and ties, never with messages. Not thread-safe.
 */
public final class ContactStructure {
    /** A private contact within a week of joining the group of the other may have to do with it. */
    public static final Duration REACH_OF_A_JOIN = Duration.ofDays(7);
    /** A conversation elsewhere that begins within a month after it was asked for may be the one. */
    public static final Duration REACH_OF_A_MOVE = Duration.ofDays(30);

    private static final int OPENING_MESSAGES = 3;
    /** Later moves of one conversation say nothing that the first did not. */
    private static final int MAX_MOVES = 8;

    /** Records kept of a figure: enough to begin checking it. */
    static final int MAX_SOURCES = 5;

    /** What is told; figures count, but for hours and per cent. */
    public enum Code {
        /** Before the first message nothing in the case ties the two: no relation, no common one, no group. 1. */
        NO_SHARED_TIES,
        /** Conversations that the same actor began with nearly the same words, this one too; from 2. */
        OPENS_ALIKE,
        /** Hours, begun ones, from the joining of a group that both are in to the first message; at most a week. */
        HOURS_AFTER_GROUP_JOIN,
        /** Conversations of the same two on another platform that begin after one of them asked for it. */
        MOVED_PLATFORM,
        /** Times that who opened wrote anew, half a day or more after the time before, without an answer; from 3. */
        PERSISTS_UNANSWERED,
        /** Per cent of the opener's messages between 22 and 6, from half of ten or more whose hour is known. */
        WRITES_AT_NIGHT
    }

    /**
     * A figure with some of the records it rests on.
     *
     * @param account whom it says something of: who opened, or who asked to move
     */
    public record Signal(Code code, long figure, String account, List<SourcePointer> sources) {
        public Signal {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Who writes.
     *
     * @param account key of the account
     * @param actor key of the actor, or of the account when it is joined with no other
     * @param name display name, or empty
     */
    public record Party(String account, String actor, String name) {
        private boolean isPerhaps(Party other) {
            return actor.equals(other.actor) || (!name.isEmpty() && name.equalsIgnoreCase(other.name));
        }
    }

    /**
     * When a record was written.
     *
     * @param at instant, or null when it is not known
     * @param local wall-clock time of the writer, or null when it is not known
     */
    public record Moment(@Nullable Instant at, @Nullable LocalDateTime local) {}

    /**
     * A record of a conversation of two.
     *
     * @param isDirect the source says that it is between two, so that silence of the other is known
     * @param asksToMove the message asks to go on elsewhere
     */
    public record Line(
            int conversation,
            String platform,
            boolean isDirect,
            Party writer,
            Moment moment,
            String text,
            boolean asksToMove,
            SourcePointer source) {
        private @Nullable Instant at() {
            return moment.at();
        }
    }

    private static final class Contact {
        private final String platform;
        private final Party opener;
        private final @Nullable Instant began;
        private final SourcePointer first;
        private final StringBuilder opening = new StringBuilder();
        private int openingMessages;
        private @Nullable Party other;
        private final List<Line> moves = new ArrayList<>();
        private final ContactShape shape = new ContactShape();
        private final boolean isDirect;

        private Contact(Line line) {
            this.platform = line.platform();
            this.opener = line.writer();
            this.began = line.at();
            this.first = line.source();
            this.isDirect = line.isDirect();
        }

        private boolean isOfTwo() {
            return isDirect || other != null;
        }
    }

    private record Joined(@Nullable Instant at, SourcePointer source) {
        private Joined earlier(Joined other) {
            return at == null || (other.at != null && other.at.isBefore(at)) ? other : this;
        }
    }

    private final UnaryOperator<String> treatment;
    private final SortedMap<Integer, Contact> contacts = new TreeMap<>();
    private final Map<String, Set<String>> related = new HashMap<>();
    private final Map<String, List<Contact>> byActor = new HashMap<>();
    private final Map<String, Map<Integer, Joined>> groups = new HashMap<>();

    /** @param treatment gives the words of a message as the matcher reads them, with spaces between */
    public ContactStructure(UnaryOperator<String> treatment) {
        this.treatment = treatment;
    }

    /** Two actors are friends, or one follows the other, as a source says. */
    public void related(String a, String b) {
        related.computeIfAbsent(a, ignored -> new HashSet<>()).add(b);
        related.computeIfAbsent(b, ignored -> new HashSet<>()).add(a);
    }

    /** The actor is in a group; {@code at} is when it joined or was first seen there, or null. The earliest counts. */
    public void inGroup(String actor, int group, @Nullable Instant at, SourcePointer source) {
        groups.computeIfAbsent(actor, ignored -> new HashMap<>()).merge(group, new Joined(at, source), Joined::earlier);
    }

    /** The next record of a conversation of two. */
    public void accept(Line line) {
        Contact contact = contacts.computeIfAbsent(line.conversation(), ignored -> new Contact(line));
        boolean isOpener = line.writer().actor().equals(contact.opener.actor());
        if (!isOpener && contact.other == null) {
            contact.other = line.writer();
        }
        if (isOpener && contact.other == null && contact.openingMessages < OPENING_MESSAGES) {
            contact.openingMessages++;
            contact.opening.append(treatment.apply(line.text())).append(' ');
        }
        contact.shape.accept(isOpener, line.moment(), line.source());
        if (line.asksToMove() && line.at() != null && contact.moves.size() < MAX_MOVES) {
            contact.moves.add(line);
        }
    }

    /** Signals by conversation, in the order of {@link Code}; conversations without one are left out. */
    public SortedMap<Integer, List<Signal>> signals() {
        SortedMap<Integer, List<Signal>> signals = new TreeMap<>();
        byActor.clear();
        Openings openings = new Openings();
        contacts.forEach((conversation, contact) -> {
            openings.add(conversation, contact.opener, contact.opening.toString(), contact.first);
            index(contact.opener, contact);
            if (contact.other != null) {
                index(contact.other, contact);
            }
        });
        Map<Integer, Signal> alike = openings.alike();
        contacts.forEach((conversation, contact) -> {
            List<Signal> own = new ArrayList<>();
            Party other = contact.other;
            if (other != null && isWithoutTies(contact, other)) {
                own.add(new Signal(Code.NO_SHARED_TIES, 1, contact.opener.account(), List.of(contact.first)));
            }
            Signal opening = alike.get(conversation);
            if (opening != null) {
                own.add(opening);
            }
            if (other != null) {
                addJoin(own, contact, other);
                addMove(own, contact, other);
            }
            if (contact.isOfTwo()) {
                contact.shape.addTo(own, contact.opener.account());
            }
            if (!own.isEmpty()) {
                signals.put(conversation, own);
            }
        });
        return signals;
    }

    /** Says something only where relations or groups of both are known; silence of the data is no sign. */
    private boolean isWithoutTies(Contact contact, Party other) {
        String a = contact.opener.actor();
        String b = other.actor();
        boolean isKnown = knows(a) && knows(b);
        if (!isKnown || a.equals(b)) {
            return false;
        }
        Set<String> ofA = related.getOrDefault(a, Set.of());
        Set<String> ofB = related.getOrDefault(b, Set.of());
        if (ofA.contains(b) || ofA.stream().anyMatch(ofB::contains)) {
            return false;
        }
        return shared(a, b).isEmpty();
    }

    private boolean knows(String actor) {
        return related.containsKey(actor) || groups.containsKey(actor);
    }

    private Set<Integer> shared(String a, String b) {
        Set<Integer> shared = new TreeSet<>(groups.getOrDefault(a, Map.of()).keySet());
        shared.retainAll(groups.getOrDefault(b, Map.of()).keySet());
        return shared;
    }

    private void addJoin(List<Signal> signals, Contact contact, Party other) {
        Instant began = contact.began;
        String a = contact.opener.actor();
        String b = other.actor();
        if (began == null || a.equals(b)) {
            return;
        }
        Instant nearest = null;
        SourcePointer record = contact.first;
        for (int group : shared(a, b)) {
            Joined later = later(joined(a, group), joined(b, group));
            Instant at = later == null ? null : later.at();
            if (later == null || at == null || at.isAfter(began) || (nearest != null && !at.isAfter(nearest))) {
                continue;
            }
            if (Duration.between(at, began).compareTo(REACH_OF_A_JOIN) <= 0) {
                nearest = at;
                record = later.source();
            }
        }
        if (nearest != null) {
            signals.add(new Signal(
                    Code.HOURS_AFTER_GROUP_JOIN,
                    Duration.between(nearest, began).toHours() + 1,
                    contact.opener.account(),
                    List.of(record, contact.first)));
        }
    }

    private @Nullable Joined joined(String actor, int group) {
        return groups.getOrDefault(actor, Map.of()).get(group);
    }

    /** The later of two, when both times are known. */
    private static @Nullable Joined later(@Nullable Joined a, @Nullable Joined b) {
        Instant ofA = a == null ? null : a.at();
        Instant ofB = b == null ? null : b.at();
        return ofA == null || ofB == null ? null : ofA.isBefore(ofB) ? b : a;
    }

    private void addMove(List<Signal> signals, Contact contact, Party other) {
        if (contact.moves.isEmpty()) {
            return;
        }
        List<SourcePointer> sources = new ArrayList<>();
        Line asked = contact.moves.getFirst();
        sources.add(asked.source());
        long count = 0;
        for (Contact elsewhere : ofEither(contact.opener, other)) {
            boolean isElsewhere =
                    !elsewhere.platform.equals(contact.platform) && isOf(elsewhere, contact.opener, other);
            if (isElsewhere && beginsAfterAMove(elsewhere, contact.moves)) {
                count++;
                sources.add(elsewhere.first);
            }
        }
        if (count > 0) {
            signals.add(new Signal(
                    Code.MOVED_PLATFORM,
                    count,
                    asked.writer().account(),
                    sources.subList(0, Math.min(MAX_SOURCES, sources.size()))));
        }
    }

    private void index(Party party, Contact contact) {
        byActor.computeIfAbsent(party.actor(), ignored -> new ArrayList<>()).add(contact);
    }

    private Set<Contact> ofEither(Party a, Party b) {
        Set<Contact> contacts = new LinkedHashSet<>(byActor.getOrDefault(a.actor(), List.of()));
        contacts.addAll(byActor.getOrDefault(b.actor(), List.of()));
        return contacts;
    }

    /** The same two: one of them by actor, the other by actor or by name. */
    private static boolean isOf(Contact contact, Party a, Party b) {
        Party other = contact.other;
        if (other == null) {
            return false;
        }
        boolean isStraight = contact.opener.isPerhaps(a) && other.isPerhaps(b);
        boolean isCrossed = contact.opener.isPerhaps(b) && other.isPerhaps(a);
        return isStraight || isCrossed;
    }

    private static boolean beginsAfterAMove(Contact elsewhere, List<Line> moves) {
        Instant began = elsewhere.began;
        if (began == null) {
            return false;
        }
        return moves.stream()
                .map(Line::at)
                .anyMatch(at -> at != null
                        && !began.isBefore(at)
                        && Duration.between(at, began).compareTo(REACH_OF_A_MOVE) <= 0);
    }
}
