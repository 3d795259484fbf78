package suluh.exports.synth;

import java.util.ArrayList;
import java.util.List;
import suluh.exports.synth.Conversation.Crowd;
import suluh.exports.synth.Conversation.Excerpt;
import suluh.exports.synth.Conversation.Language;
import suluh.exports.synth.Conversation.Shape;
import suluh.exports.synth.Conversation.Venue;
import suluh.exports.synth.ProbeDraft.Stretch;

/** Decides who handed in which export and which conversations it holds. */
final class Planner {
    private static final int MESSAGES_PER_MESSENGER_THREAD = 1_200;
    private static final int MAX_MESSENGER_THREADS = 150;

    /** One of so many messages of an owner's first Messenger thread goes to another thread, in the last weeks. */
    private static final int LATE_SHARE = 20;

    private static final int MESSAGES_PER_TELEGRAM_CHAT = 30;
    private static final int MAX_TELEGRAM_CHATS = 3_000;
    private static final int MESSAGES_PER_WHATSAPP_CHAT = 2_500;
    private static final int MAX_WHATSAPP_CHATS = 40;
    private static final int TELEGRAM_GROUPS = 3;
    private static final int TELEGRAM_GROUP_MEMBERS = 1_950;
    /** Number of the Telegram group that falls silent, and of the one that takes its place. */
    private static final int SILENT = 1;

    private static final int SUCCESSOR = 2;
    /** When it does, in thousandths of the time. */
    private static final int SILENT_PERMILLE = 400;

    private static final int WHATSAPP_GROUP_MEMBERS = 40;
    private static final int PROMOTIONS_PERMILLE = 15;
    private static final int CHANNEL_PROMOTIONS_PERMILLE = 500;
    /** Numbers of invented Telegram groups. */
    private static final long FIRST_TELEGRAM_GROUP = 2_900_000_000L;

    /** Where each actor's marked conversations lie: venue and whose export, in the order of use. */
    private static final List<Placement> PLACEMENTS = List.of(
            new Placement("admin-1", "admin-1 telegram:admin-1 whatsapp child-1"),
            new Placement("admin-2", "telegram:admin-2 whatsapp child-1 child-2"),
            new Placement("recruiter-1", "recruiter-1 whatsapp child-2 recruiter-1b"),
            new Placement("recruiter-2", "recruiter-2 telegram:recruiter-2 whatsapp telegram:child-3"),
            new Placement("seller-1", "seller-1 whatsapp telegram:child-3 child-1"),
            new Placement("seller-2", "whatsapp child-2 telegram:child-3 whatsapp"));

    private static final List<String> FACEBOOK_OWNERS = List.of(
            "admin-1",
            "recruiter-1",
            "recruiter-1b",
            "recruiter-2",
            "seller-1",
            "child-1",
            "child-2",
            "reporter-1",
            "reporter-2",
            "member-1");
    private static final List<String> TELEGRAM_OWNERS =
            List.of("admin-1", "admin-2", "recruiter-2", "broker-1", "child-3", "member-2");

    private record Placement(String actor, String places) {}

    private final long seed;
    private final Cast cast;
    private final Draw draw;
    private final GroupProfile group;
    private final ProbeDraft draft;

    Planner(long seed, Noise noise) {
        this.seed = seed;
        cast = new Cast(seed, noise);
        draw = new Draw(Draw.at(seed, 0x91A7));
        group = new GroupProfile("Komuniti Kongsi Bersama 2021", cast.of("admin-1"));
        draft = new ProbeDraft(cast, draw);
    }

    /** The plan for exactly {@code messages} messages. */
    ProbePlan plan(long messages) {
        Shares marking = Shares.of(messages);
        planStaged(marking);
        planInnocent(marking);
        Shares shares = marking.withRest(messages - draft.markedMessages());
        planGroupThread(shares);
        planMessengerThreads(shares.directMessenger());
        List<Export> single = telegramGroupExports(shares.telegramGroups());
        planTelegramChats(shares.telegramAccounts());
        planWhatsapp(shares.whatsapp());
        List<Export> exports = new ArrayList<>(facebookExports(shares.posts()));
        TELEGRAM_OWNERS.forEach(owner -> exports.add(draft.telegramExport(owner)));
        exports.addAll(single);
        exports.addAll(draft.whatsapp());
        exports.addAll(cast.outsiders().exports());
        return new ProbePlan(
                group,
                cast,
                exports,
                draft.marked(),
                draft.sideGroups(),
                draft.replacements(),
                draft.conversationCount());
    }

    /** Each actor works on one child twice, on one platform and then on the next; then on another child. */
    private void planStaged(Shares shares) {
        List<Stretch> begun = new ArrayList<>();
        for (int i = 0; i < shares.staged(); i++) {
            int round = i / PLACEMENTS.size();
            Placement placement = PLACEMENTS.get(i % PLACEMENTS.size());
            String place = placement.places().split(" ")[round];
            int length = shares.stagedLength() - draw.below(1 + shares.stagedLength() / 4);
            Stretch stretch = round % 2 == 0
                    ? draft.stretch(length)
                    : begun.get(i - PLACEMENTS.size()).followedBy(length);
            begun.add(stretch);
            // The second account of recruiter-1 writes where the export is its own.
            Persona actor = cast.of(place.equals("recruiter-1b") ? place : placement.actor());
            Persona child = cast.child((i % PLACEMENTS.size()) * 3 + round / 2);
            Script script = new Script.Staged(actor, cues(length));
            if (place.equals("whatsapp")) {
                draft.addWhatsapp(child, actor, stretch, script);
                continue;
            }
            String owner = place.substring(place.indexOf(':') + 1);
            Persona holder = cast.of(owner);
            Persona peer = holder.role() == Persona.Role.CHILD ? actor : child;
            draft.addDirect(place, holder, peer, stretch, script);
        }
    }

    /** Four to eight families in order, spread over the conversation, never on neighbouring messages. */
    private List<Script.Cue> cues(int length) {
        CueFamily[] families = CueFamily.values();
        int usable = Math.min(families.length, Math.max(2, (length - 1) / 2));
        int count = Math.min(usable, 4 + draw.below(families.length - 3));
        int skipped = draw.below(families.length - count + 1);
        int stride = Math.max(2, (length - 1) / count);
        List<Script.Cue> cues = new ArrayList<>();
        for (int i = 0; i < count && 1 + i * stride < length; i++) {
            cues.add(new Script.Cue(1 + i * stride, families[skipped + i]));
        }
        return cues;
    }

    private void planInnocent(Shares shares) {
        String[] kinds = {"parent", "tutor", "seller", "surprise", "coach"};
        String[] places = {"whatsapp", "reporter-2", "member-1", "telegram:member-2", "reporter-1"};
        String[] owners = {"reporter-1", "reporter-2", "member-1", "member-2", "reporter-1"};
        for (int i = 0; i < Shares.INNOCENT; i++) {
            int kind = i % kinds.length;
            int length = shares.innocentLength() - draw.below(1 + shares.innocentLength() / 4);
            Persona owner = cast.of(owners[kind]);
            Persona peer = kind == 0 ? cast.child(4 + i) : cast.members().get(200 + i);
            Script script = new Script.Innocent(kinds[kind]);
            if (places[kind].equals("whatsapp")) {
                draft.addWhatsapp(owner, peer, draft.stretch(length), script);
            } else {
                draft.addDirect(places[kind], owner, peer, draft.stretch(length), script);
            }
        }
    }

    private void planGroupThread(Shares shares) {
        Conversation thread = new Conversation(
                Venue.MESSENGER,
                Shape.GROUP,
                Cast.slug(group.name()) + "_" + (draw.next() >>> 12),
                0,
                group.name(),
                new Crowd(promoters(), 60, cast.members()),
                Language.MIX,
                draw.next(),
                GroupProfile.FIRST_MILLIS,
                GroupProfile.LAST_MILLIS - GroupProfile.FIRST_MILLIS,
                Math.max(1, shares.groupThread()),
                new Script.Promoting(PROMOTIONS_PERMILLE));
        draft.countConversation();
        draft.addThread("admin-1", Excerpt.newest(thread, shares.groupThread()));
        for (String owner : List.of("reporter-1", "member-1")) {
            draft.addThread(owner, Excerpt.newest(thread, shares.groupExcerpt()));
        }
    }

    private void planMessengerThreads(int messages) {
        int parts = Math.clamp(messages / MESSAGES_PER_MESSENGER_THREAD, FACEBOOK_OWNERS.size(), MAX_MESSENGER_THREADS);
        int[] counts = Shares.split(messages, parts, Draw.at(seed, 11));
        for (int i = 0; i < parts; i++) {
            String owner = FACEBOOK_OWNERS.get(i % FACEBOOK_OWNERS.size());
            // A namesake of recruiter-2 talks with a reporter: one name, two people.
            Persona peer = i == 7 ? cast.of("namesake-1") : cast.members().get(300 + i * 29);
            int late = i < FACEBOOK_OWNERS.size() ? Math.ceilDiv(counts[i], LATE_SHARE) : 0;
            addOrdinary(owner, cast.of(owner), peer, draft.stretch(counts[i] - late));
            // Each owner writes to somebody until the exports end: nothing suggests an encrypted part left out.
            Persona last = cast.members().get(301 + i * 29);
            addOrdinary(owner, cast.of(owner), last, draft.lastStretch(late));
        }
    }

    private List<Export> telegramGroupExports(int messages) {
        int[] counts = Shares.split(messages, TELEGRAM_GROUPS, Draw.at(seed, 12));
        List<Export> single = new ArrayList<>();
        for (int i = 0; i < TELEGRAM_GROUPS; i++) {
            Persona lead = cast.of(List.of("admin-1", "admin-2", "recruiter-2").get(i));
            List<Persona> core = List.of(lead, cast.of("broker-1"), cast.of("broker-2"));
            // Half of those drawn for the group that falls silent are drawn for its successor too.
            int from = 100 + i * TELEGRAM_GROUP_MEMBERS - (i == SUCCESSOR ? TELEGRAM_GROUP_MEMBERS / 2 : 0);
            Crowd crowd = new Crowd(core, 40, cast.members().subList(from, from + TELEGRAM_GROUP_MEMBERS));
            String name =
                    List.of("Kongsi Utara", "Kongsi Selatan", "Kongsi Timur").get(i);
            Conversation whole = telegramGroup(Shape.GROUP, name, i, crowd, Math.max(1, counts[i]));
            Conversation conversation = i == SILENT
                    ? whole.during(0, SILENT_PERMILLE)
                    : i == SUCCESSOR ? whole.during(SILENT_PERMILLE, 1000) : whole;
            String path =
                    ProbeDraft.ROOT + "telegram-chat-" + (i + 1) + "/ChatExport_2024-10-" + (21 + i) + "/result.json";
            single.add(new Export.TelegramChat(path, Excerpt.newest(conversation, counts[i])));
            draft.addSideGroup(path, conversation);
        }
        draft.replaced(draft.sideGroups().get(SILENT), draft.sideGroups().get(SUCCESSOR));
        return single;
    }

    private Conversation telegramGroup(Shape shape, String name, int number, Crowd crowd, int count) {
        return new Conversation(
                Venue.TELEGRAM,
                shape,
                "",
                FIRST_TELEGRAM_GROUP + number * 1_009L,
                name,
                crowd,
                Language.inTurn(number),
                draw.next(),
                GroupProfile.FIRST_MILLIS + 200 * LocalClock.DAY_MILLIS,
                GroupProfile.LAST_MILLIS - GroupProfile.FIRST_MILLIS - 200 * LocalClock.DAY_MILLIS,
                count,
                new Script.Promoting(shape == Shape.CHANNEL ? CHANNEL_PROMOTIONS_PERMILLE : PROMOTIONS_PERMILLE));
    }

    /** Ordinary chats of the accounts, and a channel in the export of each of the first three. */
    private void planTelegramChats(int messages) {
        int[] perOwner = Shares.split(messages, TELEGRAM_OWNERS.size(), Draw.at(seed, 13));
        for (int i = 0; i < perOwner.length; i++) {
            String key = TELEGRAM_OWNERS.get(i);
            Persona owner = cast.of(key);
            int channel = i < 3 ? perOwner[i] / 10 : 0;
            if (channel > 0) {
                Crowd crowd = new Crowd(List.of(owner), 1000, List.of());
                Conversation conversation = telegramGroup(Shape.CHANNEL, "Saluran " + (i + 1), 10 + i, crowd, channel);
                draft.addChannel(key, conversation);
            }
            int rest = perOwner[i] - channel;
            int parts = Math.clamp(rest / MESSAGES_PER_TELEGRAM_CHAT, 2, MAX_TELEGRAM_CHATS);
            int[] counts = Shares.split(rest, parts, Draw.at(seed, 100 + i));
            for (int chat = 0; chat < parts; chat++) {
                // A namesake of admin-2 writes to an ordinary member: one name, two ids.
                boolean namesake = key.equals("member-2") && chat == 0;
                Persona peer = namesake ? cast.of("namesake-2") : cast.members().get(100 + i * 400 + chat);
                addOrdinary("telegram:" + key, owner, peer, draft.stretch(counts[chat]));
            }
        }
    }

    private void addOrdinary(String place, Persona owner, Persona peer, Stretch stretch) {
        if (stretch.count() > 0) {
            draft.addDirect(place, owner, peer, stretch, new Script.Chatter());
        }
    }

    private void planWhatsapp(int messages) {
        int parts = Math.clamp(messages / MESSAGES_PER_WHATSAPP_CHAT, 6, MAX_WHATSAPP_CHATS);
        int[] counts = Shares.split(messages, parts, Draw.at(seed, 14));
        List<String> owners = List.of("reporter-1", "reporter-2", "member-1", "member-2");
        for (int i = 0; i < parts; i++) {
            if (counts[i] == 0) {
                continue;
            }
            Persona owner = cast.of(owners.get(i % owners.size()));
            if (i % 2 == 0) {
                draft.addWhatsapp(
                        owner, cast.members().get(3_000 + i * 31), draft.stretch(counts[i]), new Script.Chatter());
            } else {
                draft.addWhatsapp(owner, WhatsappStyle.inTurn(i), whatsappGroup(owner, i, counts[i]));
            }
        }
    }

    private Conversation whatsappGroup(Persona owner, int number, int count) {
        Persona recruiter =
                cast.of(List.of("recruiter-2", "seller-2", "admin-1").get(number % 3));
        int from = 100 + number * 120;
        long start = draft.start();
        return new Conversation(
                Venue.WHATSAPP,
                Shape.GROUP,
                "group-" + number,
                0,
                "Kongsi Dekat " + number,
                new Crowd(
                        List.of(recruiter, cast.of("broker-1")),
                        60,
                        withOwner(owner, cast.members().subList(from, from + WHATSAPP_GROUP_MEMBERS))),
                Language.inTurn(number),
                draw.next(),
                start,
                Math.min(200 * LocalClock.DAY_MILLIS, GroupProfile.LAST_MILLIS - start),
                count,
                new Script.Promoting(PROMOTIONS_PERMILLE));
    }

    private static List<Persona> withOwner(Persona owner, List<Persona> others) {
        List<Persona> pool = new ArrayList<>(others);
        pool.add(owner);
        return List.copyOf(pool);
    }

    private List<Export> facebookExports(int posts) {
        int[] counts = Shares.split(posts - 1, FACEBOOK_OWNERS.size(), Draw.at(seed, 15));
        // The creator's first post describes the group and is never missing.
        counts[FACEBOOK_OWNERS.indexOf(group.creator().id())]++;
        List<Export> exports = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            exports.add(draft.facebookExport(FACEBOOK_OWNERS.get(i), counts[i]));
        }
        // One account handed in twice: the address of its page joins the two.
        exports.add(new Export.FacebookAccount(
                cast.of("seller-1"), draft.facebookExport("seller-1", 0).path() + "-2023", false, List.of(), 0));
        return exports;
    }

    private List<Persona> promoters() {
        return List.of(
                cast.of("admin-1"),
                cast.of("admin-2"),
                cast.of("recruiter-1"),
                cast.of("recruiter-2"),
                cast.of("seller-1"),
                cast.of("seller-2"));
    }
}
