package suluh.core.conversation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation shows without regard to words, or nearly: who begins, asks and goes on unanswered, when, how fast,
 * and which ages the two sides state.
 *
 * <p>Constant memory: the first two senders are told apart, further ones counted. Signals stand beside the score and do
 * not enter it, but for stated ages and family address. Not thread-safe.
 */
final class ConversationShape {
    private static final int NIGHT_BEGINS = 22;
    private static final int NIGHT_ENDS = 6;
    private static final int ADULT = 18;
    /** Messages of the other side after a question for the age in which a bare number answers it. */
    private static final int ANSWER_REACH = 8;

    private static final class Side {
        private final String sender;
        private long questions;
        private long longestRun;
        private long moves;
        private long messages;
        private int statedAge = -1;
        private boolean addressesFamily;

        private Side(String sender) {
            this.sender = sender;
        }
    }

    private @Nullable Side first;
    private @Nullable Side second;
    private boolean isOfMany;
    private long messages;
    private long nightMessages;
    private long timedMessages;
    private long questions;
    private @Nullable String lastSender;
    private long run;
    private int messagesSinceAgeAsked;
    private @Nullable String ageAskedBy;
    private @Nullable LocalDateTime earliest;
    private @Nullable LocalDateTime latest;

    /** Takes the next message; true when it changed what is known of the two sides. */
    boolean accept(AssessedMessage message, MessageCues shown) {
        messages++;
        String sender = message.sender();
        Side side = side(sender);
        run = sender.equals(lastSender) ? run + 1 : 1;
        lastSender = sender;
        countTime(message.local());
        questions += shown.isQuestion() ? 1 : 0;
        if (side == null) {
            boolean isFirstOfMany = !isOfMany;
            isOfMany = true;
            return isFirstOfMany;
        }
        boolean changed = second == side && side.messages == 0;
        side.messages++;
        int ageBefore = side.statedAge;
        boolean addressedBefore = side.addressesFamily;
        side.questions += shown.isQuestion() ? 1 : 0;
        side.longestRun = Math.max(side.longestRun, run);
        side.addressesFamily |= shown.addressesFamily();
        readAge(side, shown);
        for (CueMatch match : shown.matches()) {
            side.moves += match.family() == CueFamily.MOVE ? 1 : 0;
            if (match.family() == CueFamily.AGE) {
                messagesSinceAgeAsked = 0;
                ageAskedBy = sender;
            }
        }
        return changed || side.statedAge != ageBefore || side.addressesFamily != addressedBefore;
    }

    private void readAge(Side side, MessageCues shown) {
        boolean isOther = ageAskedBy != null && !side.sender.equals(ageAskedBy);
        messagesSinceAgeAsked += isOther ? 1 : 0;
        boolean answers = isOther && messagesSinceAgeAsked <= ANSWER_REACH;
        int age = shown.statedAge() >= 0 ? shown.statedAge() : answers ? shown.number() : -1;
        if (age >= 0 && side.statedAge < 0) {
            side.statedAge = age;
        }
    }

    private @Nullable Side side(String sender) {
        if (first == null) {
            first = new Side(sender);
        }
        if (first.sender.equals(sender)) {
            return first;
        }
        if (second == null) {
            second = new Side(sender);
        }
        if (second.sender.equals(sender)) {
            return second;
        }
        return null;
    }

    private void countTime(@Nullable LocalDateTime local) {
        if (local == null) {
            return;
        }
        timedMessages++;
        nightMessages += isAtNight(local) ? 1 : 0;
        earliest = earliest == null || local.isBefore(earliest) ? local : earliest;
        latest = latest == null || local.isAfter(latest) ? local : latest;
    }

    /** True from 22 to 6. */
    static boolean isAtNight(LocalDateTime local) {
        return local.getHour() >= NIGHT_BEGINS || local.getHour() < NIGHT_ENDS;
    }

    long messages() {
        return messages;
    }

    /** True when two have written, and nobody else. */
    boolean isOfTwo() {
        return second != null && !isOfMany;
    }

    /** Years between a stated age of 18 or more of this sender and one below of the other; 0 when not both are known. */
    int ageGap(String sender) {
        if (isOfMany || first == null || second == null) {
            return 0;
        }
        Side own = first.sender.equals(sender) ? first : second;
        Side other = own == first ? second : first;
        boolean isKnown = own.statedAge >= ADULT && other.statedAge >= 0 && other.statedAge < ADULT;
        return isKnown ? own.statedAge - other.statedAge : 0;
    }

    /** The other of two states an age below 18, and this sender does not. */
    boolean isToChild(String sender) {
        if (isOfMany || first == null || second == null) {
            return false;
        }
        Side own = first.sender.equals(sender) ? first : second;
        Side other = own == first ? second : first;
        return isChild(other) && !isChild(own);
    }

    private static boolean isChild(Side side) {
        return side.statedAge >= 0 && side.statedAge < ADULT;
    }

    boolean areBothAdult() {
        return !isOfMany && first != null && second != null && first.statedAge >= ADULT && second.statedAge >= ADULT;
    }

    /** In a conversation of two, the other calls this sender mum, dad or the like. */
    boolean isAddressedAsFamily(String sender) {
        if (isOfMany || first == null || second == null) {
            return false;
        }
        return (first.sender.equals(sender) ? second : first).addressesFamily;
    }

    /** Signals, those of one side for this sender. */
    List<Assessment.Signal> signals(@Nullable String sender) {
        List<Assessment.Signal> signals = new ArrayList<>();
        if (timedMessages > 0) {
            signals.add(new Assessment.Signal("NIGHT_SHARE", share(nightMessages, timedMessages)));
        }
        if (messages > 0) {
            signals.add(new Assessment.Signal("QUESTION_SHARE", share(questions, messages)));
        }
        if (earliest != null && latest != null && timedMessages > 1) {
            double days = Math.max(1, Duration.between(earliest, latest).toHours() / 24.0);
            signals.add(new Assessment.Signal("MESSAGES_A_DAY", Math.round(10 * timedMessages / days) / 10.0));
        }
        Side own = own(sender);
        if (own != null && isOfTwo()) {
            signals.add(new Assessment.Signal("STARTED", own == first ? 1 : 0));
            if (questions > 0) {
                signals.add(new Assessment.Signal("ASKED_SHARE", share(own.questions, questions)));
            }
            signals.add(new Assessment.Signal("LONGEST_UNANSWERED", own.longestRun));
            signals.add(new Assessment.Signal("PLATFORM_MOVES", own.moves));
            int gap = ageGap(own.sender);
            if (gap > 0) {
                signals.add(new Assessment.Signal("STATED_AGE_GAP", gap));
            }
        }
        return signals;
    }

    private @Nullable Side own(@Nullable String sender) {
        if (first != null && first.sender.equals(sender)) {
            return first;
        }
        return second != null && second.sender.equals(sender) ? second : null;
    }

    private static double share(long part, long whole) {
        return Math.round(1_000.0 * part / whole) / 1_000.0;
    }
}
