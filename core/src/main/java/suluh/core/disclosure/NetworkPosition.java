package suluh.core.disclosure;

/**
 * Place of a node in the network.
 *
 * @param degree neighbours
 * @param betweenness shortest paths through it, unnormalised (Brandes 2001)
 * @param core largest k such that it belongs to the k-core
 * @param community number of its community, or -1
 * @param role position read from cited ties, in lower case
 */
public record NetworkPosition(int degree, double betweenness, int core, int community, String role) {
    /** Place of an account without ties. */
    public static final NetworkPosition NONE = new NetworkPosition(0, 0, 0, -1, "none");
}
