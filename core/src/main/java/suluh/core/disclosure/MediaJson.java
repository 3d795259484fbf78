package suluh.core.disclosure;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNull;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;

/** Renders the media part of the findings; {@code docs/formats/findings.md} describes it. */
final class MediaJson {
    private MediaJson() {}

    static JsonObject of(MediaFindings media) {
        MediaFindings.Counts counts = media.counts();
        return JsonObject.builder()
                .put("files", counts.files())
                .put("contents", counts.contents())
                .put("hashed", counts.hashed())
                .put("videos", counts.videos())
                .put("notMatchable", counts.notMatchable())
                .put("damaged", counts.damaged())
                .put("knownContents", counts.known())
                .put("knownGoodContents", counts.knownGood())
                .put("copyGroups", counts.copyGroups())
                .put("accountTies", counts.ties())
                .put("listsWithheld", counts.listsWithheld())
                .put("withoutHash", array(media.withoutHash(), MediaJson::withoutHash))
                .put("lists", array(media.lists(), MediaJson::list))
                .put("known", array(media.known(), MediaJson::known))
                .put("copies", array(media.copies(), MediaJson::group))
                .put("ties", array(media.ties(), MediaJson::tie))
                .build();
    }

    private static JsonObject withoutHash(MediaFindings.WithoutHash without) {
        return JsonObject.builder()
                .put("format", without.format())
                .put("code", without.code())
                .put("contents", without.contents())
                .put("files", array(without.files(), FindingsJson::source))
                .build();
    }

    private static JsonObject list(MediaFindings.ListUsed list) {
        return JsonObject.builder()
                .put("name", list.name())
                .put("source", list.source())
                .put("scheme", list.scheme())
                .put("purpose", list.purpose())
                .put("date", textOrNull(list.date()))
                .put("sha256", list.sha256())
                .put("records", list.records())
                .build();
    }

    private static JsonObject known(MediaFindings.KnownMedia known) {
        return JsonObject.builder()
                .put("sha256", known.sha256())
                .put("quality", known.quality())
                .put("hits", array(known.hits(), MediaJson::hit))
                .put("placeCount", known.placeCount())
                .put("places", array(known.places(), MediaJson::place))
                .build();
    }

    private static JsonObject hit(MediaFindings.ListHit hit) {
        return JsonObject.builder()
                .put("list", hit.list())
                .put("kind", hit.kind())
                .put("distance", hit.distance())
                .put("turn", hit.turn())
                .put("record", hit.record())
                .put("category", hit.category())
                .build();
    }

    private static JsonObject group(MediaFindings.CopyGroup group) {
        return JsonObject.builder()
                .put("placeCount", group.placeCount())
                .put("members", array(group.members(), MediaJson::copy))
                .build();
    }

    private static JsonObject copy(MediaFindings.Copy copy) {
        return JsonObject.builder()
                .put("sha256", copy.sha256())
                .put("distance", copy.distance())
                .put("turn", copy.turn())
                .put("places", array(copy.places(), MediaJson::place))
                .build();
    }

    private static JsonObject tie(MediaFindings.Tie tie) {
        return JsonObject.builder()
                .put("first", tie.first())
                .put("second", tie.second())
                .put("pictures", tie.pictures())
                .put("firstSooner", tie.firstSooner())
                .put("sources", array(tie.sources(), FindingsJson::source))
                .build();
    }

    private static JsonObject place(MediaFindings.Place place) {
        JsonObject.Builder json = JsonObject.builder()
                .put("source", FindingsJson.source(place.file()))
                .put("account", textOrNull(place.account()))
                .put("conversation", textOrNull(place.conversation()))
                .put("sentAt", textOrNull(place.sentAt()));
        return (place.message() == null
                        ? json.put("message", JsonNull.NULL)
                        : json.put("message", FindingsJson.source(place.message())))
                .build();
    }

    private static JsonValue textOrNull(@Nullable String text) {
        return text == null ? JsonNull.NULL : new JsonString(text);
    }

    private static <T> JsonArray array(Collection<T> values, Function<? super T, ? extends JsonValue> render) {
        return JsonArray.of(values.stream().<JsonValue>map(render).toList());
    }
}
