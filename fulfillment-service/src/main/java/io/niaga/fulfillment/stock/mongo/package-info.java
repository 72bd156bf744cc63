@NullMarked
package io.niaga.fulfillment.stock.mongo;

import org.jspecify.annotations.NullMarked;
