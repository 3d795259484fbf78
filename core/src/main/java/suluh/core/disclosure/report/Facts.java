package suluh.core.disclosure.report;

import suluh.core.canon.JsonObject;

/** Reads findings by their documented keys; what is not there is empty or 0, so that a selection may leave it out. */
final class Facts {
    private Facts() {}

    static JsonObject object(JsonObject parent, String key) {
        return parent.member(key).orElse(null) instanceof JsonObject object
                ? object
                : JsonObject.builder().build();
    }

    static long whole(JsonObject object, String key) {
        return (long) object.number(key);
    }

    /** Name, or key when it has none. */
    static String name(JsonObject object) {
        String name = object.textOrEmpty("name");
        return name.isEmpty() ? object.textOrEmpty("key") : name;
    }
}
