/** What every service starts with: its defaults, the clock, new ids, a database that keeps what it acknowledged. */
@NullMarked
package io.niaga.service.start;

import org.jspecify.annotations.NullMarked;
