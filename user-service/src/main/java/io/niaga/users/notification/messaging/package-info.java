@NullMarked
package io.niaga.users.notification.messaging;

import org.jspecify.annotations.NullMarked;
