/** What the index knows of products, categories and availability, and how it changes. */
@NullMarked
package io.niaga.search.index;

import org.jspecify.annotations.NullMarked;
