@NullMarked
package io.niaga.reporting.conversion.messaging;

import org.jspecify.annotations.NullMarked;
