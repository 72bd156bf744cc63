/** Every failure as one kind of answer: RFC 9457 problem documents with a stable code. */
@NullMarked
package io.niaga.service.problem;

import org.jspecify.annotations.NullMarked;
