/** Points: buckets earned by orders, and the entries that explain them. */
@NullMarked
package io.niaga.loyalty.points;

import org.jspecify.annotations.NullMarked;
