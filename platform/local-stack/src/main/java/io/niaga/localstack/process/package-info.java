/** Starts, recognises and stops processes that outlive the launcher. */
@NullMarked
package io.niaga.localstack.process;

import org.jspecify.annotations.NullMarked;
