/** Reader of the text that WhatsApp exports on Android and iOS. */
@NullMarked
package suluh.exports.whatsapp;

import org.jspecify.annotations.NullMarked;
