@NullMarked
package io.niaga.users.notification.clients;

import org.jspecify.annotations.NullMarked;
