/** Price look-ups over HTTP, for other services. */
@NullMarked
package io.niaga.catalog.price.http;

import org.jspecify.annotations.NullMarked;
