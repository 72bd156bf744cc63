/** What catalog-service tells: the state of products and categories. */
@NullMarked
package io.niaga.events.catalog;

import org.jspecify.annotations.NullMarked;
