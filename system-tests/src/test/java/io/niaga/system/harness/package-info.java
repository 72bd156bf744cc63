/** The complete real system, started once for a run of tests, and handles to use it, look into it and break it. */
@NullMarked
package io.niaga.system.harness;

import org.jspecify.annotations.NullMarked;
