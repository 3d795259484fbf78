package suluh.app.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import suluh.app.flow.ReceiveProduction.Production;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;

/**
 * A production as its page shows it.
 *
 * @param comparison lines of the comparison, as maps that templates can walk
 */
public record ProductionModel(int request, List<String> items, String receivedAt, Map<String, Object> comparison) {
    public ProductionModel {
        items = List.copyOf(items);
    }

    static ProductionModel of(Production production) {
        try {
            return new ProductionModel(
                    production.request(),
                    production.items(),
                    production.receivedAt().toString(),
                    FindingsModel.of(
                            JsonParser.parseObject(production.comparison().getBytes(StandardCharsets.UTF_8))));
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("a stored comparison is no JSON: " + e.getMessage(), e);
        }
    }
}
