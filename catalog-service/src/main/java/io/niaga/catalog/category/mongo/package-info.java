/** Categories in MongoDB. */
@NullMarked
package io.niaga.catalog.category.mongo;

import org.jspecify.annotations.NullMarked;
