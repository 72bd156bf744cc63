/** The same request twice is one effect: keys of clients, claimed, leased and answered again. */
@NullMarked
package io.niaga.service.idempotency;

import org.jspecify.annotations.NullMarked;
