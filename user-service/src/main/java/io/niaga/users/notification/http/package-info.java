@NullMarked
package io.niaga.users.notification.http;

import org.jspecify.annotations.NullMarked;
