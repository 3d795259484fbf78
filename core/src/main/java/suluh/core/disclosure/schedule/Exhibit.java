package suluh.core.disclosure.schedule;

import java.time.Instant;
import java.util.List;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.disclosure.ReceivedItem;

/**
 * An item as the schedule of exhibits lists it, with its chain of custody.
 *
 * @param number E-1, E-2 and so on in the order of sealing
 * @param isPresent true when the bundle holds its bytes
 * @param custody what was done with it, oldest first
 */
public record Exhibit(String number, ReceivedItem item, boolean isPresent, List<Handled> custody) {
    public Exhibit {
        custody = List.copyOf(custody);
    }

    /** An event of custody: who did what when, how, with which program, and what came of it. */
    public record Handled(Instant at, String person, String act, String how, String tool, String result) {
        JsonObject json() {
            return JsonObject.builder()
                    .put("at", at.toString())
                    .put("person", person)
                    .put("act", act)
                    .put("how", how)
                    .put("tool", tool)
                    .put("result", result)
                    .build();
        }
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("number", number)
                .put("item", item.id().value())
                .put("name", item.name())
                .put("sha256", item.sha256().hex())
                .put("sizeBytes", item.sizeBytes())
                .put("present", isPresent)
                .put("custody", JsonArray.of(custody.stream().map(Handled::json).toList()))
                .build();
    }
}
