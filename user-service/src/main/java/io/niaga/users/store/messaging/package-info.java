@NullMarked
package io.niaga.users.store.messaging;

import org.jspecify.annotations.NullMarked;
