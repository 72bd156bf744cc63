/** Secrets of one local stack, made once and kept out of git. */
@NullMarked
package io.niaga.localstack.secrets;

import org.jspecify.annotations.NullMarked;
