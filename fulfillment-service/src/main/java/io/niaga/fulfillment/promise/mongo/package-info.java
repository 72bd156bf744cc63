@NullMarked
package io.niaga.fulfillment.promise.mongo;

import org.jspecify.annotations.NullMarked;
