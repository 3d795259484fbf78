/** The pages: parse, authenticate, call one flow, render; evidence is hostile and shown as text only. */
@NullMarked
package suluh.app.web;

import org.jspecify.annotations.NullMarked;
