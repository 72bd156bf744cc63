/** A store's sales at a glance, and links that open it in a browser. */
@NullMarked
package io.niaga.reporting.dashboard;

import org.jspecify.annotations.NullMarked;
