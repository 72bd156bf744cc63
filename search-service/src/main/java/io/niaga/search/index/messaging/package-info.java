/** The topics that feed the index, read from the offsets that its commits carry. */
@NullMarked
package io.niaga.search.index.messaging;

import org.jspecify.annotations.NullMarked;
