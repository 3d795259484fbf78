package suluh.exports.synth;

import java.util.Locale;

/** Families of non-sexual cues, in the order in which a conversation goes through them. */
enum CueFamily {
    AGE,
    GUARDIANS,
    SECRECY,
    MOVE,
    GIFT,
    PICTURE,
    MEETING,
    PRESSURE;

    /** Name in truth.json and of the sections of the cue grammars. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
