/** What imports tell. */
@NullMarked
package io.niaga.catalog.exchange.messaging;

import org.jspecify.annotations.NullMarked;
