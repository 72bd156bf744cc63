/** The catalog: what is sold, at what price, in which store. */
@NullMarked
package io.niaga.catalog;

import org.jspecify.annotations.NullMarked;
