@NullMarked
package io.niaga.fulfillment.promise.messaging;

import org.jspecify.annotations.NullMarked;
