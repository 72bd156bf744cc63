/** The search and the product list over HTTP. */
@NullMarked
package io.niaga.search.query.http;

import org.jspecify.annotations.NullMarked;
