@NullMarked
package io.niaga.loyalty.points.http;

import org.jspecify.annotations.NullMarked;
