package suluh.core.conversation;

import suluh.core.kernel.ErrorCode;

/** Why an evaluation or a training is refused; appended, never reused. */
public enum ConversationCode implements ErrorCode {
    /** No conversation of the file carries a label. */
    LABELS_MISSING,
    /** Too few labelled conversations of one kind to learn from. */
    TRAINING_TOO_SMALL,
    /** A model card or data statement lacks a section. */
    STATEMENT_INCOMPLETE,
    /** A file of a learned model is none of this version. */
    MODEL_UNREADABLE,
    /** A verdict on a conversation came without its reason, or with one that is too long. */
    VERDICT_INCOMPLETE
}
