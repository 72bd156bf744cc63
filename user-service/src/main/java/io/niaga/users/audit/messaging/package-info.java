@NullMarked
package io.niaga.users.audit.messaging;

import org.jspecify.annotations.NullMarked;
