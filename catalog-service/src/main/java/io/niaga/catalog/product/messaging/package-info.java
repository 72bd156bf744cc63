/** What products tell. */
@NullMarked
package io.niaga.catalog.product.messaging;

import org.jspecify.annotations.NullMarked;
