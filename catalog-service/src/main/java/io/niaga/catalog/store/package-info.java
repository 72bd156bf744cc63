/** This service's copy of the stores: currency, languages, time zone, tax. User-service decides them. */
@NullMarked
package io.niaga.catalog.store;

import org.jspecify.annotations.NullMarked;
