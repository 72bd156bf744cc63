/** How requests are read and answers are written: exact, strict, and with a pointer to what was wrong. */
@NullMarked
package io.niaga.service.json;

import org.jspecify.annotations.NullMarked;
