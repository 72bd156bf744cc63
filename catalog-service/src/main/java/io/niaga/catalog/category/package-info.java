/** The category tree of a store: names, places, slugs unique among siblings. */
@NullMarked
package io.niaga.catalog.category;

import org.jspecify.annotations.NullMarked;
