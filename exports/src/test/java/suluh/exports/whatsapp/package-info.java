/** Tests of the reader of WhatsApp text. */
@NullMarked
package suluh.exports.whatsapp;

import org.jspecify.annotations.NullMarked;
