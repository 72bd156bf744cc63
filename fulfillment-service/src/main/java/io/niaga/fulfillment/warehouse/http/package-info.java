@NullMarked
package io.niaga.fulfillment.warehouse.http;

import org.jspecify.annotations.NullMarked;
