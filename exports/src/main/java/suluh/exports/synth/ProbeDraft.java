package suluh.exports.synth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import suluh.exports.synth.Conversation.Crowd;
import suluh.exports.synth.Conversation.Excerpt;
import suluh.exports.synth.Conversation.Language;
import suluh.exports.synth.Conversation.Shape;
import suluh.exports.synth.Conversation.Venue;
import suluh.exports.synth.ProbePlan.Marked;
import suluh.exports.synth.ProbePlan.Replaced;
import suluh.exports.synth.ProbePlan.SideGroup;

/** A plan in the making: collects conversations by the export they belong to, and knows where each will lie. */
final class ProbeDraft {
    static final String ROOT = "exports/";
    private static final int MONTHS = 42;

    /** Time between messages of two people, on average. */
    private static final long MESSAGE_MILLIS = 4 * 3_600_000L;

    /**
     * How long a conversation of two people is.
     *
     * @param startMillis midnight of its first day
     */
    record Stretch(long startMillis, int count) {
        /** Four hours a message, from one day to forty. */
        long spanMillis() {
            return Math.clamp(count * MESSAGE_MILLIS, LocalClock.DAY_MILLIS, 40 * LocalClock.DAY_MILLIS);
        }

        /** A conversation that starts on the first 13th of a month after this one. */
        Stretch followedBy(int nextCount) {
            LocalDate end = LocalDate.ofEpochDay(
                    Math.floorDiv(startMillis + spanMillis() + LocalClock.OFFSET_MILLIS, LocalClock.DAY_MILLIS));
            LocalDate start = end.withDayOfMonth(13);
            return new Stretch(millis(start.isBefore(end) ? start.plusMonths(1) : start), nextCount);
        }
    }

    private final Cast cast;
    private final Draw draw;
    private final Map<String, List<Excerpt>> threads = new LinkedHashMap<>();
    private final Map<String, List<Excerpt>> chats = new LinkedHashMap<>();
    private final List<Export> whatsapp = new ArrayList<>();
    private final List<Marked> marked = new ArrayList<>();
    private final List<SideGroup> sideGroups = new ArrayList<>();
    private final List<Replaced> replacements = new ArrayList<>();
    private long conversations;
    private long markedMessages;

    ProbeDraft(Cast cast, Draw draw) {
        this.cast = cast;
        this.draw = draw;
    }

    List<Export> whatsapp() {
        return whatsapp;
    }

    List<Marked> marked() {
        return marked;
    }

    List<SideGroup> sideGroups() {
        return sideGroups;
    }

    List<Replaced> replacements() {
        return replacements;
    }

    void replaced(SideGroup silent, SideGroup successor) {
        replacements.add(new Replaced(silent, successor));
    }

    long conversationCount() {
        return conversations;
    }

    /** Messages of the conversations in {@link #marked()}. */
    long markedMessages() {
        return markedMessages;
    }

    void countConversation() {
        conversations++;
    }

    void addThread(String ownerKey, Excerpt thread) {
        addTo(threads, ownerKey, thread);
    }

    void addChannel(String ownerKey, Conversation channel) {
        addTo(chats, ownerKey, Excerpt.whole(channel));
        addSideGroup(telegramPath(cast.of(ownerKey)), channel);
    }

    void addSideGroup(String path, Conversation conversation) {
        conversations++;
        sideGroups.add(new SideGroup(path, conversation));
    }

    /** Adds a conversation of two people to an export; {@code place} is its owner, after {@code telegram:} or bare. */
    void addDirect(String place, Persona owner, Persona peer, Stretch stretch, Script script) {
        Venue venue = place.startsWith("telegram:") ? Venue.TELEGRAM : Venue.MESSENGER;
        String key = place.substring(place.indexOf(':') + 1);
        Conversation conversation = direct(venue, owner, peer, stretch, script);
        String path;
        if (venue == Venue.TELEGRAM) {
            addTo(chats, key, Excerpt.whole(conversation));
            path = telegramPath(owner);
        } else {
            addThread(key, Excerpt.whole(conversation));
            path = facebookExport(key, 0).pathOf(FacebookWriter.threadPath(conversation.thread(), 1));
        }
        if (!(script instanceof Script.Chatter)) {
            marked.add(new Marked(path, conversation));
            markedMessages += stretch.count();
        }
    }

    void addWhatsapp(Persona owner, Persona peer, Stretch stretch, Script script) {
        WhatsappStyle style = WhatsappStyle.inTurn(whatsapp.size());
        addWhatsapp(
                owner,
                style,
                new Conversation(
                        Venue.WHATSAPP,
                        Shape.DIRECT,
                        peer.username(),
                        0,
                        peer.whatsappLabel(),
                        new Crowd(List.of(owner, peer), 1000, List.of()),
                        language(script),
                        draw.next(),
                        stretch.startMillis(),
                        stretch.spanMillis(),
                        stretch.count(),
                        script));
    }

    void addWhatsapp(Persona owner, WhatsappStyle style, Conversation conversation) {
        String folder = ROOT + "whatsapp-" + owner.username() + "/";
        String title = conversation.title().replace('/', '_');
        boolean zipped = style == WhatsappStyle.IOS_EN_12;
        String file = zipped
                ? "WhatsApp Chat - " + title + ".zip"
                : style.isIos()
                        ? "WhatsApp Chat - " + title + "/" + WhatsappStyle.IOS_FILE
                        : "WhatsApp Chat with " + title + ".txt";
        Export.WhatsappChat export =
                new Export.WhatsappChat(owner, folder + file, zipped, style, Excerpt.whole(conversation));
        whatsapp.add(export);
        if (conversation.shape() == Shape.GROUP) {
            addSideGroup(export.textPath(), conversation);
            return;
        }
        conversations++;
        if (!(conversation.script() instanceof Script.Chatter)) {
            marked.add(new Marked(export.textPath(), conversation));
            markedMessages += conversation.count();
        }
    }

    Export.FacebookAccount facebookExport(String key, int posts) {
        Persona owner = cast.of(key);
        boolean zipped = key.equals("recruiter-2");
        String path = ROOT + "facebook-" + owner.username() + (zipped ? ".zip" : "");
        return new Export.FacebookAccount(owner, path, zipped, threads.getOrDefault(key, List.of()), posts);
    }

    Export.TelegramAccount telegramExport(String key) {
        Persona owner = cast.of(key);
        List<Persona> contacts = List.of(
                cast.of("broker-1"), cast.members().get(50), cast.members().get(51));
        return new Export.TelegramAccount(owner, telegramPath(owner), contacts, chats.getOrDefault(key, List.of()));
    }

    /** Midnight of a day from the 13th to the 20th: a first date that cannot be read with day and month exchanged. */
    long start() {
        return millis(LocalDate.of(2021, 2, 13).plusMonths(draw.below(MONTHS)).plusDays(draw.below(8)));
    }

    /** A conversation of {@code count} messages at any time. */
    Stretch stretch(int count) {
        return new Stretch(start(), count);
    }

    /** A conversation of {@code count} messages that ends with the posts of the group. */
    Stretch lastStretch(int count) {
        long span = new Stretch(0, count).spanMillis();
        long first = Math.floorDiv(GroupProfile.LAST_MILLIS - span + LocalClock.OFFSET_MILLIS, LocalClock.DAY_MILLIS);
        return new Stretch(millis(LocalDate.ofEpochDay(first)), count);
    }

    private static long millis(LocalDate day) {
        return day.toEpochDay() * LocalClock.DAY_MILLIS - LocalClock.OFFSET_MILLIS;
    }

    private Conversation direct(Venue venue, Persona owner, Persona peer, Stretch stretch, Script script) {
        long conversationSeed = draw.next();
        boolean telegram = venue == Venue.TELEGRAM;
        String title = telegram ? peer.telegramName() : peer.facebookName();
        conversations++;
        return new Conversation(
                venue,
                Shape.DIRECT,
                Cast.slug(peer.facebookName()) + "_" + (conversationSeed >>> 12),
                telegram ? peer.telegramId() : 0,
                title,
                new Crowd(List.of(owner, peer), 1000, List.of()),
                language(script),
                conversationSeed,
                stretch.startMillis(),
                stretch.spanMillis(),
                stretch.count(),
                script);
    }

    /** Tutors' and sellers' scripts are written in two languages; the others are drawn from three. */
    private Language language(Script script) {
        int languages = script instanceof Script.Innocent ? 2 : 3;
        return Language.inTurn(draw.below(languages));
    }

    static String telegramPath(Persona owner) {
        return ROOT + "telegram-" + owner.username() + "/DataExport_2024-10-25/result.json";
    }

    private static void addTo(Map<String, List<Excerpt>> byOwner, String ownerKey, Excerpt excerpt) {
        byOwner.computeIfAbsent(ownerKey, key -> new ArrayList<>()).add(excerpt);
    }
}
