/** Which MongoDB is used: the caller's, an installed one, or the embedded store. */
@NullMarked
package io.niaga.localstack.database;

import org.jspecify.annotations.NullMarked;
