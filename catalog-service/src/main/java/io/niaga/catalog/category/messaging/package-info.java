/** What categories tell. */
@NullMarked
package io.niaga.catalog.category.messaging;

import org.jspecify.annotations.NullMarked;
