@NullMarked
package io.niaga.fulfillment.warehouse.messaging;

import org.jspecify.annotations.NullMarked;
