@NullMarked
package io.niaga.users.partner.messaging;

import org.jspecify.annotations.NullMarked;
