/** The first purchase, call by call, and its side roads: each step asserted on what it means for shop and customer. */
@NullMarked
package io.niaga.system.tour;

import org.jspecify.annotations.NullMarked;
