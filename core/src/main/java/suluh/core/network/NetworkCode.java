package suluh.core.network;

import suluh.core.kernel.ErrorCode;

/** Refusals of the network room. */
public enum NetworkCode implements ErrorCode {
    EDGE_UNREADABLE,
    TOO_MANY_EDGES
}
