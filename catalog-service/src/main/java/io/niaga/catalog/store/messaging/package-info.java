/** Hears the states of stores. */
@NullMarked
package io.niaga.catalog.store.messaging;

import org.jspecify.annotations.NullMarked;
