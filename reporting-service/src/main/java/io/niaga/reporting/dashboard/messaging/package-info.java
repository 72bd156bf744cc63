@NullMarked
package io.niaga.reporting.dashboard.messaging;

import org.jspecify.annotations.NullMarked;
