/** Which products there are, by the index. */
@NullMarked
package io.niaga.search.behaviour.lucene;

import org.jspecify.annotations.NullMarked;
