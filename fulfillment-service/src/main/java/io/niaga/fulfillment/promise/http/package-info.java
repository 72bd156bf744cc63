@NullMarked
package io.niaga.fulfillment.promise.http;

import org.jspecify.annotations.NullMarked;
