/** Words, stems and scores with Lucene. */
@NullMarked
package io.niaga.search.text.lucene;

import org.jspecify.annotations.NullMarked;
