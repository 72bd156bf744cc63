/** What user-service tells: accounts and stores. */
@NullMarked
package io.niaga.events.users;

import org.jspecify.annotations.NullMarked;
