/** The stack put together: how each process is launched, and the order in which they come up. */
@NullMarked
package io.niaga.localstack.stack;

import org.jspecify.annotations.NullMarked;
