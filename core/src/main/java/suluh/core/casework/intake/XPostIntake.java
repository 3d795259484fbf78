package suluh.core.casework.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.casework.complaint.Channel;
import suluh.core.casework.complaint.Complaint;
import suluh.core.casework.complaint.Concern;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetReader;
import suluh.core.kernel.Outcome;

/**
 * Reads public posts on X in which people complain: the API's version 2 answer, or a list or single post of it.
 *
 * <p>The author is the reporter and no target, unless another post names the account. Addresses come from the expanded
 * forms where the post has them. Source: X API v2, data dictionary, object model of a post, as of 2024.
 */
final class XPostIntake {
    private static final int MAX_URLS = 50;

    private final TargetReader targets;
    private final List<String> faults = new ArrayList<>();
    private final List<IntakeRecord> records = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    XPostIntake(TargetReader targets) {
        this.targets = targets;
    }

    IntakeReading read(byte[] bytes) throws JsonSyntaxException {
        List<JsonValue> posts = posts(JsonParser.parse(bytes));
        if (posts.size() > IntakeReading.MAX_RECORDS) {
            throw new IllegalArgumentException(
                    posts.size() + " posts; the most is " + IntakeReading.MAX_RECORDS + ": split the file");
        }
        for (int i = 0; i < posts.size(); i++) {
            String where = "post " + (i + 1);
            if (posts.get(i) instanceof JsonObject post) {
                read(post, where);
            } else {
                faults.add(where + ": expected an object with a text");
            }
        }
        return new IntakeReading(Channel.X_POST, records, faults, List.of());
    }

    private List<JsonValue> posts(JsonValue root) {
        if (root instanceof JsonArray array) {
            return array.values();
        }
        if (!(root instanceof JsonObject object)) {
            throw new IllegalArgumentException("neither an object nor a list of posts");
        }
        object.member("includes").ifPresent(this::keepNames);
        return switch (object.member("data").orElse(null)) {
            case JsonArray array -> array.values();
            case JsonObject single -> List.of(single);
            case null, default -> List.of(object);
        };
    }

    private void keepNames(JsonValue includes) {
        if (includes instanceof JsonObject object && object.member("users").orElse(null) instanceof JsonArray users) {
            for (JsonValue user : users.values()) {
                if (user instanceof JsonObject known) {
                    names.put(
                            known.text("id").orElse(""), known.text("username").orElse(""));
                }
            }
        }
    }

    private void read(JsonObject post, String where) {
        String text = post.text("text").or(() -> post.text("full_text")).orElse("");
        String author = post.text("author_id").orElse("");
        String name = names.getOrDefault(author, "");
        List<Target> named = new ArrayList<>();
        for (String address : addresses(post)) {
            targets.read(address, null).ifPresent(named::add);
        }
        targets.readAll(text).stream()
                .filter(target -> !target.normalised().startsWith("t.co/"))
                .filter(target -> name.isEmpty() || !target.normalised().equalsIgnoreCase("@" + name))
                .forEach(named::add);
        Complaint complaint = new Complaint(
                post.text("lang").orElse("").matches("ms|in|id") ? "ms" : "en",
                Concern.OTHER,
                text,
                post.text("created_at").orElse(""),
                false,
                false,
                name.isEmpty() ? "" : "x.com/" + name,
                Intake.distinct(named));
        switch (complaint.checked()) {
            case Outcome.Done<Complaint> done ->
                records.add(new IntakeRecord(where, done.value(), author.isEmpty() ? name : author, complaint.when()));
            case Outcome.Refused<Complaint> refused ->
                faults.add(where + ": " + refused.refusal().message());
        }
    }

    private static List<String> addresses(JsonObject post) {
        List<String> addresses = new ArrayList<>();
        if (post.member("entities").orElse(null) instanceof JsonObject entities
                && entities.member("urls").orElse(null) instanceof JsonArray urls) {
            for (JsonValue url : urls.values()) {
                if (url instanceof JsonObject known && addresses.size() < MAX_URLS) {
                    known.text("unwound_url")
                            .or(() -> known.text("expanded_url"))
                            .ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }
}
