/** Hears the availability of SKUs. */
@NullMarked
package io.niaga.catalog.availability.messaging;

import org.jspecify.annotations.NullMarked;
