@NullMarked
package io.niaga.fulfillment.warehouse.mongo;

import org.jspecify.annotations.NullMarked;
