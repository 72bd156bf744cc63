@NullMarked
package io.niaga.fulfillment.receiving.mongo;

import org.jspecify.annotations.NullMarked;
