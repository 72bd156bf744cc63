@NullMarked
package io.niaga.users.partner.mongo;

import org.jspecify.annotations.NullMarked;
