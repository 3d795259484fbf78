package suluh.core.disclosure.uco;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The namespaces of a graph, and their prefixes. */
public enum Vocabulary {
    CASE_INVESTIGATION("case-investigation", "https://ontology.caseontology.org/case/investigation/"),
    RDFS("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    UCO_ACTION("uco-action", "https://ontology.unifiedcyberontology.org/uco/action/"),
    UCO_ANALYSIS("uco-analysis", "https://ontology.unifiedcyberontology.org/uco/analysis/"),
    UCO_CORE("uco-core", "https://ontology.unifiedcyberontology.org/uco/core/"),
    UCO_IDENTITY("uco-identity", "https://ontology.unifiedcyberontology.org/uco/identity/"),
    UCO_MARKING("uco-marking", "https://ontology.unifiedcyberontology.org/uco/marking/"),
    UCO_OBSERVABLE("uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/"),
    UCO_TOOL("uco-tool", "https://ontology.unifiedcyberontology.org/uco/tool/"),
    UCO_TYPES("uco-types", "https://ontology.unifiedcyberontology.org/uco/types/"),
    /** Ours, where UCO has no term: docs/formats/suluh-ontology.ttl. */
    SULUH("suluh", "https://suluh.invalid/ontology/1/"),
    XSD("xsd", "http://www.w3.org/2001/XMLSchema#");

    private final String prefix;
    private final String namespace;

    Vocabulary(String prefix, String namespace) {
        this.prefix = prefix;
        this.namespace = namespace;
    }

    public String prefix() {
        return prefix;
    }

    public String namespace() {
        return namespace;
    }

    /** Namespace by prefix, in the order of the prefixes. */
    static SequencedMap<String, String> context() {
        SequencedMap<String, String> context = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(one -> context.put(one.prefix, one.namespace));
        return context;
    }
}
