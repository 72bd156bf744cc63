/** Categories over HTTP. */
@NullMarked
package io.niaga.catalog.category.http;

import org.jspecify.annotations.NullMarked;
