@NullMarked
package io.niaga.reporting.sales.messaging;

import org.jspecify.annotations.NullMarked;
