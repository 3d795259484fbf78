package suluh.core.identity.linkage;

import java.util.List;
import java.util.stream.Collectors;
import suluh.core.identity.field.BlockForm;
import suluh.core.identity.field.Field;

/**
 * What two records must have in common to be compared: all of these parts.
 *
 * @param parts at least one, of different columns
 */
public record BlockKey(List<Part> parts) {
    /** One column's share in a key. */
    public record Part(int column, BlockForm form) {}

    public BlockKey {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.stream().map(Part::column).distinct().count() != parts.size()) {
            throw new IllegalArgumentException("a blocking key has parts of different columns");
        }
    }

    /** The key in words, such as {@code surname + date_of_birth (part)}. */
    public String describe(List<Field> fields) {
        return parts.stream()
                .map(part -> fields.get(part.column()).column()
                        + switch (part.form()) {
                            case WHOLE -> "";
                            case PART -> " (part)";
                            case OTHER_PART -> " (other part)";
                        })
                .collect(Collectors.joining(" + "));
    }
}
