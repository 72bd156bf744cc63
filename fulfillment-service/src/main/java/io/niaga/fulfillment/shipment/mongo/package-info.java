@NullMarked
package io.niaga.fulfillment.shipment.mongo;

import org.jspecify.annotations.NullMarked;
