@NullMarked
package io.niaga.fulfillment.stock.messaging;

import org.jspecify.annotations.NullMarked;
