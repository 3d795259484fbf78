/** One class for each thing a person can do: checks the mandate, calls core, stores, appends to the ledger. */
@NullMarked
package suluh.app.flow;

import org.jspecify.annotations.NullMarked;
