package suluh.core.canon;

/** A JSON value within I-JSON (RFC 7493): unique keys, whole Unicode text, numbers that a double holds exactly. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {}
