package suluh.core.disclosure;

import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonValue;
import suluh.core.identity.AccountLink;
import suluh.core.identity.LinkEvidence;

/** Renders the tie between two accounts with its waterfall, as findings and pages show it. */
public final class LinkJson {
    private LinkJson() {}

    /** The tie; weights with two decimals, the probability with four. */
    public static JsonObject of(AccountLink link) {
        return JsonObject.builder()
                .put("a", link.a())
                .put("b", link.b())
                .put("basis", link.basis().wire())
                .put("strength", link.standing().wire())
                .put("value", link.value())
                .put("probability", rounded(link.probability(), 10_000))
                .put("priorBits", rounded(link.priorBits(), 100))
                .put(
                        "evidence",
                        JsonArray.of(link.evidence().stream()
                                .<JsonValue>map(LinkJson::evidence)
                                .toList()))
                .put("sources", FindingsJson.sources(link.sources()))
                .build();
    }

    private static JsonObject evidence(LinkEvidence evidence) {
        return JsonObject.builder()
                .put("code", evidence.code())
                .put("bits", rounded(evidence.bits(), 100))
                .put("a", evidence.valueA())
                .put("b", evidence.valueB())
                .put("sources", FindingsJson.sources(evidence.sources()))
                .build();
    }

    private static double rounded(double value, int parts) {
        return (double) Math.round(value * parts) / parts;
    }
}
