@NullMarked
package io.niaga.loyalty.points.mongo;

import org.jspecify.annotations.NullMarked;
