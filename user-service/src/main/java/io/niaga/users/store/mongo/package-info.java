@NullMarked
package io.niaga.users.store.mongo;

import org.jspecify.annotations.NullMarked;
