/** Finding, counting and ranking in the index. */
@NullMarked
package io.niaga.search.query.lucene;

import org.jspecify.annotations.NullMarked;
