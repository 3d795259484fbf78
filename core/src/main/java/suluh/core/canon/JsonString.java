package suluh.core.canon;

/** A JSON text. It may hold lone surrogates until it is written; {@link CanonicalJson} refuses them there. */
public record JsonString(String value) implements JsonValue {}
