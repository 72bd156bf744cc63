/** The demo store that an empty stack is filled with, through the public API alone. */
@NullMarked
package io.niaga.localstack.seed;

import org.jspecify.annotations.NullMarked;
