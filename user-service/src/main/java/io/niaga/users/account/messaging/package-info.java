@NullMarked
package io.niaga.users.account.messaging;

import org.jspecify.annotations.NullMarked;
