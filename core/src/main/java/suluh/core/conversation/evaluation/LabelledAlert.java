package suluh.core.conversation.evaluation;

/**
 * What a conversation is labelled as, and what the assessment made of it.
 *
 * @param language as labelled, or empty
 * @param isPositive labelled as one that needs a look
 * @param isAlerted the assessment raised the alarm that is measured
 * @param firstAlertMessage messages written before and with the alarm, from 1; 0 when there is none
 * @param messages all messages
 * @param cuesToAlert messages that the label marks as cues, up to and with the alarm; 0 where labels mark none
 */
public record LabelledAlert(
        String language,
        boolean isPositive,
        boolean isAlerted,
        long firstAlertMessage,
        long messages,
        long cuesToAlert) {
    public LabelledAlert {
        if (isAlerted != (firstAlertMessage > 0) || firstAlertMessage > messages) {
            throw new IllegalArgumentException(
                    "an alarm has its message: " + isAlerted + ", " + firstAlertMessage + " of " + messages);
        }
    }

    /** One whose label marks no single messages. */
    public LabelledAlert(
            String language, boolean isPositive, boolean isAlerted, long firstAlertMessage, long messages) {
        this(language, isPositive, isAlerted, firstAlertMessage, messages, 0);
    }
}
