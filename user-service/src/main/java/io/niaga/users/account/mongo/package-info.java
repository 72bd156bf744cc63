@NullMarked
package io.niaga.users.account.mongo;

import org.jspecify.annotations.NullMarked;
