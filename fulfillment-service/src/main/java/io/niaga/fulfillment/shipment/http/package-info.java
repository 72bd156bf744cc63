@NullMarked
package io.niaga.fulfillment.shipment.http;

import org.jspecify.annotations.NullMarked;
