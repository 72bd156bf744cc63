/**
 * What Niaga costs: load through the gateway, with the processor time of every process of the stack counted per
 * operation. Reads {@code /proc}, so it measures on Linux.
 */
@NullMarked
package io.niaga.benchmarks;

import org.jspecify.annotations.NullMarked;
