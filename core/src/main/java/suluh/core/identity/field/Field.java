package suluh.core.identity.field;

/**
 * A column that is compared, and how.
 *
 * @param column name in the header
 * @param type kind of its values
 * @param termFrequency whether agreement on a rare value weighs more than on a common one
 */
public record Field(String column, FieldType type, boolean termFrequency) {
    public Field {
        if (column.isEmpty()) {
            throw new IllegalArgumentException("a field needs the name of its column");
        }
    }

    /** The field with term frequencies in use. */
    public static Field of(String column, FieldType type) {
        return new Field(column, type, true);
    }
}
