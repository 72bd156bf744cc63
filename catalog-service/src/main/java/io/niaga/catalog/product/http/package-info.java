/** Products over HTTP: the management view and the shop view. */
@NullMarked
package io.niaga.catalog.product.http;

import org.jspecify.annotations.NullMarked;
