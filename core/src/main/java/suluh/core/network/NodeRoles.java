package suluh.core.network;

import java.util.List;

/**
 * The roles of one node, each with its evidence, in the order of {@link Role}.
 *
 * @param key key of the node
 * @param evidence at least one
 */
public record NodeRoles(String key, List<RoleEvidence> evidence) {
    public NodeRoles {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a role needs evidence");
        }
        evidence = List.copyOf(evidence);
    }

    /** The role shown first. */
    public Role leading() {
        return evidence.getFirst().role();
    }

    public boolean holds(Role role) {
        return evidence.stream().anyMatch(one -> one.role() == role);
    }
}
