/**
 * How visits become orders, by day and store, of those who consented to be counted: one document per session and day, folded
 * into days; sessions are forgotten when their day is closed.
 */
@NullMarked
package io.niaga.reporting.conversion;

import org.jspecify.annotations.NullMarked;
