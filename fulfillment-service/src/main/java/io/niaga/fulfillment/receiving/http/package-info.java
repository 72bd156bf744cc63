@NullMarked
package io.niaga.fulfillment.receiving.http;

import org.jspecify.annotations.NullMarked;
