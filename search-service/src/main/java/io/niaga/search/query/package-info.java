/** What is asked of the index and what it answers: items, facet counts, and where the next page begins. */
@NullMarked
package io.niaga.search.query;

import org.jspecify.annotations.NullMarked;
