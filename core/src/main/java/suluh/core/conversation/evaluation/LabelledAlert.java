package suluh.core.conversation.evaluation;

/**
 * What a conversation is labelled as, and what the assessment made of it.
 *
 * @param language as labelled, or empty
 * @param isPositive labelled as one that needs a look
 * @param isAlerted the assessment raised the alarm that is measured
 * @param firstAlertMessage messages written before and with the alarm, from 1; 0 when there is none
 * @param messages all messages
 */
public record LabelledAlert(
        String language, boolean isPositive, boolean isAlerted, long firstAlertMessage, long messages) {
    public LabelledAlert {
        if (isAlerted != (firstAlertMessage > 0) || firstAlertMessage > messages) {
            throw new IllegalArgumentException(
                    "an alarm has its message: " + isAlerted + ", " + firstAlertMessage + " of " + messages);
        }
    }
}
