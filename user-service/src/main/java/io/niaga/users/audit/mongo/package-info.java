@NullMarked
package io.niaga.users.audit.mongo;

import org.jspecify.annotations.NullMarked;
