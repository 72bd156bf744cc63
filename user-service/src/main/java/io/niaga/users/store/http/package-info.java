@NullMarked
package io.niaga.users.store.http;

import org.jspecify.annotations.NullMarked;
