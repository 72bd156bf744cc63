/** The launcher behind {@code ./niaga}: one machine, no containers, nothing production needs. */
@NullMarked
package io.niaga.localstack;

import org.jspecify.annotations.NullMarked;
