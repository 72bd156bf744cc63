/** Stores, their settings, and who works in them with which roles. */
@NullMarked
package io.niaga.users.store;

import org.jspecify.annotations.NullMarked;
