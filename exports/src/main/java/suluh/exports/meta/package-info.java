/** Readers of the JSON that Facebook, Messenger and Instagram export: threads, encrypted backups and sections. */
@NullMarked
package suluh.exports.meta;

import org.jspecify.annotations.NullMarked;
