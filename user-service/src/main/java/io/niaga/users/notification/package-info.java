/** What we write to customers about their orders, and what became of it. */
@NullMarked
package io.niaga.users.notification;

import org.jspecify.annotations.NullMarked;
