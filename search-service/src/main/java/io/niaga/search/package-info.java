/** What to show to whom: an index of the products on sale, fed from topics, and the answers it gives. */
@NullMarked
package io.niaga.search;

import org.jspecify.annotations.NullMarked;
