@NullMarked
package io.niaga.users.notification.smtp;

import org.jspecify.annotations.NullMarked;
