@NullMarked
package io.niaga.users.notification.mongo;

import org.jspecify.annotations.NullMarked;
