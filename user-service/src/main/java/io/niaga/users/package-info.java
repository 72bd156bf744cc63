/** Who someone is, what they may do, and how we talk with them. */
@NullMarked
package io.niaga.users;

import org.jspecify.annotations.NullMarked;
