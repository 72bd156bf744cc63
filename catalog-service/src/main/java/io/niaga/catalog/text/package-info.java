/** Texts in several languages, and what may be in them. */
@NullMarked
package io.niaga.catalog.text;

import org.jspecify.annotations.NullMarked;
