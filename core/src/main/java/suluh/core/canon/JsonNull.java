package suluh.core.canon;

/** The JSON value {@code null}. */
public enum JsonNull implements JsonValue {
    NULL
}
