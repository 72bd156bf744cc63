/**
 * The vocabulary every service speaks: exact money, typed ids, the actor behind a call, problems with stable codes.
 * Plain Java without a framework; nothing here has a lifecycle.
 */
@NullMarked
package io.niaga.types;

import org.jspecify.annotations.NullMarked;
