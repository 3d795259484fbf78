package suluh.core.canon;

/** A JSON truth value. */
public record JsonBoolean(boolean value) implements JsonValue {}
