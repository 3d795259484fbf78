package suluh.core.network;

/**
 * Something about a node that ties do not show, observed elsewhere in the case.
 *
 * @param node key of the node
 * @param value what was published or who was met, to count different ones; empty where it does not matter
 */
public record RoleFact(String node, RoleEvidence.Code code, String value, Observed observed) {}
