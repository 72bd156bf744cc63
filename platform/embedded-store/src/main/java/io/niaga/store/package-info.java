/** A document store that speaks the MongoDB wire protocol: one file and a redo log, or all in memory. */
@NullMarked
package io.niaga.store;

import org.jspecify.annotations.NullMarked;
