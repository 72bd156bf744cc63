/** The copy of the stores in MongoDB. */
@NullMarked
package io.niaga.catalog.store.mongo;

import org.jspecify.annotations.NullMarked;
