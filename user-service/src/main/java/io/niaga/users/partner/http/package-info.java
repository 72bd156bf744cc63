@NullMarked
package io.niaga.users.partner.http;

import org.jspecify.annotations.NullMarked;
