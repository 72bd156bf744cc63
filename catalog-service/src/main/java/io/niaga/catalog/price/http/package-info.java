/** Prices over HTTP: set by staff and partners, looked up by other services. */
@NullMarked
package io.niaga.catalog.price.http;

import org.jspecify.annotations.NullMarked;
