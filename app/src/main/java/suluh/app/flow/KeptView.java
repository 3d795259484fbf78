package suluh.app.flow;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.KeptViewStore;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.identity.profile.WeekHours;
import suluh.core.kernel.Sha256Digest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Gives a view of a case that was worked out before, or works it out and keeps it.
 *
 * <p>A view rests on decisions, evidence and readings, and on what is masked to the person who looks: another of any of
 * these is another view. Names, actors and ties are kept as they were shown, masked; what views are made from is kept
 * {@linkplain #unmasked unmasked}.
 *
 * @param <T> the view, a record
 */
final class KeptView<T> {
    /** Another number makes views of an older program void. */
    private static final int FORMAT = 3;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(WeekHours.class, new HoursOut())
                    .addDeserializer(WeekHours.class, new HoursIn())
                    .addSerializer(JsonObject.class, new ObjectOut())
                    .addDeserializer(JsonObject.class, new ObjectIn()))
            .build();

    private final House house;
    private final int caseId;
    private final KeptViewStore.Key key;
    private final int erasures;
    private final Class<T> type;

    private KeptView(House house, int caseId, KeptViewStore.Key key, int erasures, Class<T> type) {
        this.house = house;
        this.caseId = caseId;
        this.key = key;
        this.erasures = erasures;
        this.type = type;
    }

    /** The view of this subject, for the person who has the case open. */
    static <T> KeptView<T> of(
            House house, OpenedCase opened, String subject, ProtectChild.Masked masked, Class<T> type) {
        int erasures = house.erasures().count(opened.id());
        String viewer = Sha256Digest.of(
                        new TreeSet<>(masked.accounts()).toString().getBytes(StandardCharsets.UTF_8))
                .hex();
        String basis = FORMAT + " " + house.findings().basis(opened.id());
        return new KeptView<>(house, opened.id(), new KeptViewStore.Key(subject, viewer, basis), erasures, type);
    }

    /**
     * What pages of every viewer are made from, and mask: it is shown to nobody as it is.
     *
     * @param erasures how often something of the case had been erased when the work began
     */
    static <T> KeptView<T> unmasked(
            House house, int caseId, String subject, String restsOn, int erasures, Class<T> type) {
        KeptViewStore.Key key = new KeptViewStore.Key(subject, "", FORMAT + " " + restsOn);
        return new KeptView<>(house, caseId, key, erasures, type);
    }

    /** The kept view; empty when it must be worked out. */
    Optional<T> find() {
        return house.keptViews().find(caseId, key).map(bytes -> JSON.readValue(bytes, type));
    }

    /** Works the view out and keeps it, unless an item of the case was purged meanwhile. */
    T make(Supplier<T> work) {
        T view = work.get();
        byte[] json = JSON.writeValueAsBytes(view);
        house.database().inCase(caseId, () -> {
            boolean isKept = house.erasures().keepOut(caseId, erasures);
            if (isKept) {
                house.keptViews().keep(caseId, key, json);
            }
            return isKept;
        });
        return view;
    }

    private static final class HoursOut extends ValueSerializer<WeekHours> {
        @Override
        public void serialize(WeekHours hours, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (int day = 0; day < WeekHours.DAYS; day++) {
                for (int hour = 0; hour < WeekHours.HOURS; hour++) {
                    json.writeNumber(hours.count(day, hour));
                }
            }
            json.writeEndArray();
        }
    }

    private static final class HoursIn extends ValueDeserializer<WeekHours> {
        @Override
        public WeekHours deserialize(tools.jackson.core.JsonParser json, DeserializationContext context) {
            long[] counts = context.readValue(json, long[].class);
            WeekHours hours = new WeekHours();
            for (int place = 0; place < counts.length; place++) {
                hours.add(place / WeekHours.HOURS + 1, place % WeekHours.HOURS, counts[place]);
            }
            return hours;
        }
    }

    private static final class ObjectOut extends ValueSerializer<JsonObject> {
        @Override
        public void serialize(JsonObject object, JsonGenerator json, SerializationContext context) {
            json.writeString(new String(CanonicalJson.bytes(object), StandardCharsets.UTF_8));
        }
    }

    private static final class ObjectIn extends ValueDeserializer<JsonObject> {
        @Override
        public JsonObject deserialize(tools.jackson.core.JsonParser json, DeserializationContext context) {
            try {
                return JsonParser.parseObject(json.getString().getBytes(StandardCharsets.UTF_8));
            } catch (JsonSyntaxException e) {
                throw new IllegalStateException("a kept view is no JSON: " + e.getMessage(), e);
            }
        }
    }
}
