/** Who calls: verified access tokens, guest tokens, and the permission table. */
@NullMarked
package io.niaga.service.identity;

import org.jspecify.annotations.NullMarked;
