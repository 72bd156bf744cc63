@NullMarked
package io.niaga.fulfillment.stock.http;

import org.jspecify.annotations.NullMarked;
