/** The command line: parses, calls one flow, renders; docs/cli.md is its contract. */
@NullMarked
package suluh.app.cli;

import org.jspecify.annotations.NullMarked;
