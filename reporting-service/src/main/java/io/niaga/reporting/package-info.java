/** What happened, in numbers: projections built only from what the other services tell. */
@NullMarked
package io.niaga.reporting;

import org.jspecify.annotations.NullMarked;
