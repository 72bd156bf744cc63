/** The index as Lucene keeps it: a block of documents per product, variants first. */
@NullMarked
package io.niaga.search.index.lucene;

import org.jspecify.annotations.NullMarked;
