/** Sales by day and store: one fact per order, folded into days. */
@NullMarked
package io.niaga.reporting.sales;

import org.jspecify.annotations.NullMarked;
