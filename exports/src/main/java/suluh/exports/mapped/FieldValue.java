package suluh.exports.mapped;

/** Where a value comes from. */
sealed interface FieldValue {
    /** A column, or a path of keys joined by dots. */
    record Column(String name) implements FieldValue {}

    /** The same text for each record. */
    record Constant(String text) implements FieldValue {}
}
