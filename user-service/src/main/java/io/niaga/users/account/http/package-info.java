@NullMarked
package io.niaga.users.account.http;

import org.jspecify.annotations.NullMarked;
