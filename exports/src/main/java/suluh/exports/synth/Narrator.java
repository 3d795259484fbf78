package suluh.exports.synth;

import java.util.List;
import suluh.exports.synth.Conversation.Language;
import suluh.exports.synth.Conversation.Shape;
import suluh.exports.synth.Conversation.Venue;
import suluh.exports.synth.Phrasebook.Phrase;
import suluh.exports.synth.Phrasebook.Voice;

/** Makes any message of any conversation from its plan, in constant time and without a memory of others. */
final class Narrator {
    /** Talk stays on a topic for eight messages. */
    private static final int TOPIC_SHIFT = 3;
    /** About one message in six is a short answer that fits any topic. */
    private static final int SMALL_TALK_PERMILLE = 160;
    /** Bodies of two lines, which line-based readers must put together. */
    private static final int TWO_LINES_PERMILLE = 20;

    private static final int JOINED_PERMILLE = 25;
    private static final int ADDED_PERMILLE = 15;
    private static final int LEFT_PERMILLE = 3;
    private static final int PHOTO_PERMILLE = 30;
    private static final int CALL_PERMILLE = 5;
    private static final int REPORT_PERMILLE = 2;
    private static final int INNOCENT_PERMILLE = 600;

    private final Phrasebook phrasebook;
    private final List<Persona> strangers;

    /**
     * @param strangers people whose numbers others may mention
     */
    Narrator(Phrasebook phrasebook, List<Persona> strangers) {
        this.phrasebook = phrasebook;
        this.strangers = strangers;
    }

    /** Message {@code index} of a conversation, from 0 in order of time. */
    Line line(Conversation conversation, int index) {
        long bits = Draw.at(conversation.seed(), index);
        return switch (conversation.script()) {
            case Script.Chatter ignored -> ordinary(conversation, index, bits, 0);
            case Script.Promoting promoting -> ordinary(conversation, index, bits, promoting.promotionsPermille());
            case Script.Staged staged -> staged(conversation, staged, index, bits);
            case Script.Innocent innocent -> innocent(conversation, innocent, index, bits);
        };
    }

    /** A post by {@code speaker} in the group. */
    String post(Persona speaker, Language language, long bits) {
        boolean promotes = speaker.role().promotes() && Draw.below(Draw.at(bits, 8), 1000) < 700;
        return text(
                promotes ? speaker.role().section() + " " + language.wire() : chatterSection(language, bits, bits),
                speaker,
                bits);
    }

    private Line ordinary(Conversation conversation, int index, long bits, int promotionsPermille) {
        Line.Kind kind = kind(conversation, index, bits);
        if (kind != Line.Kind.TEXT) {
            return event(conversation, index, kind, bits);
        }
        String language = conversation.language().wire();
        int choice = Draw.below(Draw.at(bits, 3), 1000);
        if (choice < promotionsPermille) {
            Persona speaker = conversation.crowd().leading(bits);
            return line(
                    conversation, index, speaker, text(speaker.role().section() + " " + language, speaker, bits), bits);
        }
        Persona speaker = conversation.crowd().speaker(bits);
        if (promotionsPermille > 0 && choice > 1000 - REPORT_PERMILLE) {
            return line(conversation, index, speaker, text("report " + language, speaker, bits), bits);
        }
        return line(conversation, index, speaker, chatter(conversation, index, speaker, bits), bits);
    }

    private Line staged(Conversation conversation, Script.Staged staged, int index, long bits) {
        String language = conversation.language().wire();
        CueFamily cue = staged.cueAt(index);
        if (cue != null) {
            return line(
                    conversation, index, staged.actor(), text(cue.wire() + " " + language, staged.actor(), bits), bits);
        }
        if (staged.cueAt(index - 1) != null) {
            Persona child = conversation.peerOf(staged.actor());
            return line(conversation, index, child, text("reply " + language, child, bits), bits);
        }
        return ordinary(conversation, index, bits, 0);
    }

    private Line innocent(Conversation conversation, Script.Innocent innocent, int index, long bits) {
        boolean onTopic = Draw.below(Draw.at(bits, 3), 1000) < INNOCENT_PERMILLE;
        if (!onTopic || kind(conversation, index, bits) == Line.Kind.NOTICE) {
            return ordinary(conversation, index, bits, 0);
        }
        Persona speaker = conversation.crowd().leading(bits);
        String side = speaker.equals(conversation.crowd().core().get(0)) ? " a " : " b ";
        String section = innocent.kind() + side + conversation.language().wire();
        return line(conversation, index, speaker, text(section, speaker, bits), bits);
    }

    private static Line.Kind kind(Conversation conversation, int index, long bits) {
        boolean whatsapp = conversation.venue() == Venue.WHATSAPP;
        if (whatsapp && index == 0) {
            return Line.Kind.NOTICE;
        }
        int choice = Draw.below(Draw.at(bits, 4), 1000);
        if (conversation.shape() == Shape.DIRECT) {
            if (choice < CALL_PERMILLE && !whatsapp) {
                return Line.Kind.CALL;
            }
            return choice < CALL_PERMILLE + PHOTO_PERMILLE ? Line.Kind.PHOTO : Line.Kind.TEXT;
        }
        if (index == (whatsapp ? 1 : 0)) {
            return Line.Kind.CREATED;
        }
        if (conversation.shape() == Shape.CHANNEL) {
            return choice < PHOTO_PERMILLE ? Line.Kind.PHOTO : Line.Kind.TEXT;
        }
        int threshold = JOINED_PERMILLE;
        if (choice < threshold) {
            return Line.Kind.JOINED_BY_LINK;
        }
        threshold += ADDED_PERMILLE;
        if (choice < threshold) {
            return Line.Kind.ADDED;
        }
        threshold += LEFT_PERMILLE;
        if (choice < threshold) {
            return Line.Kind.LEFT;
        }
        return choice < threshold + PHOTO_PERMILLE ? Line.Kind.PHOTO : Line.Kind.TEXT;
    }

    private static Line event(Conversation conversation, int index, Line.Kind kind, long bits) {
        Conversation.Crowd crowd = conversation.crowd();
        Persona sender = switch (kind) {
            case NOTICE, CREATED -> crowd.core().get(0);
            case ADDED -> crowd.leading(bits);
            case JOINED_BY_LINK, LEFT -> crowd.ordinary(bits);
            case PHOTO, CALL, TEXT -> crowd.speaker(bits);
        };
        Persona object = kind == Line.Kind.ADDED ? crowd.ordinary(bits) : null;
        return new Line(index, conversation.timeMillis(index), sender, kind, "", object, bits);
    }

    private static Line line(Conversation conversation, int index, Persona sender, String text, long bits) {
        return new Line(index, conversation.timeMillis(index), sender, Line.Kind.TEXT, text, null, bits);
    }

    private String chatter(Conversation conversation, int index, Persona speaker, long bits) {
        long topicBits = Draw.at(conversation.seed() ^ 0x70B1C5L, index >> TOPIC_SHIFT);
        String first = text(chatterSection(conversation.language(), topicBits, bits), speaker, bits);
        if (Draw.below(Draw.at(bits, 5), 1000) >= TWO_LINES_PERMILLE) {
            return first;
        }
        long more = Draw.at(bits, 6);
        return first + "\n" + text(chatterSection(conversation.language(), topicBits, more), speaker, more);
    }

    private String chatterSection(Language language, long topicBits, long bits) {
        List<String> topics = phrasebook.topics();
        boolean small = Draw.below(Draw.at(bits, 7), 1000) < SMALL_TALK_PERMILLE;
        String topic = small ? "small" : topics.get(Draw.below(topicBits, topics.size()));
        return topic + " " + language.wire();
    }

    private String text(String section, Persona speaker, long bits) {
        List<Phrase> phrases = phrasebook.section(section);
        Persona stranger = strangers.get(Draw.below(Draw.at(bits, 9), strangers.size()));
        StringBuilder out = new StringBuilder(80);
        phrases.get(Draw.below(Draw.at(bits, 10), phrases.size()))
                .render(out, Draw.at(bits, 11), new Voice(speaker, stranger.writtenPhone()));
        return out.toString();
    }
}
