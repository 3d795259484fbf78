/** Where to draw the nodes of a graph: forces over a hierarchy of coarser graphs, without overlaps. */
@NullMarked
package suluh.core.graph.layout;

import org.jspecify.annotations.NullMarked;
