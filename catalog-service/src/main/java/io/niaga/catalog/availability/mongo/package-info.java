/** The projection in MongoDB. */
@NullMarked
package io.niaga.catalog.availability.mongo;

import org.jspecify.annotations.NullMarked;
