/** The verbs of the launcher. */
@NullMarked
package io.niaga.localstack.command;

import org.jspecify.annotations.NullMarked;
