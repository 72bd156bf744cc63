/** Jobs, uploaded files and row outcomes in MongoDB. */
@NullMarked
package io.niaga.catalog.exchange.mongo;

import org.jspecify.annotations.NullMarked;
