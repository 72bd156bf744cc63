@NullMarked
package io.niaga.loyalty.points.messaging;

import org.jspecify.annotations.NullMarked;
