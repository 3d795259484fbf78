/** Reader of the text of PDF documents, page by page, with what of it was understood. */
@NullMarked
package suluh.exports.pdf;

import org.jspecify.annotations.NullMarked;
