/** Decides which partners' programs may call, for which stores, and with which scopes. */
@NullMarked
package io.niaga.users.partner;

import org.jspecify.annotations.NullMarked;
