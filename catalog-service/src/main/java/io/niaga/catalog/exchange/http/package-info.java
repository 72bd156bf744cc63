/** Imports over HTTP. */
@NullMarked
package io.niaga.catalog.exchange.http;

import org.jspecify.annotations.NullMarked;
