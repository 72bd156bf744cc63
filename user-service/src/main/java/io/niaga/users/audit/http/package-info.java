@NullMarked
package io.niaga.users.audit.http;

import org.jspecify.annotations.NullMarked;
