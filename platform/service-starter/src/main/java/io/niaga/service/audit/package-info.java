/** What is told about a write of staff, partners or the system. */
@NullMarked
package io.niaga.service.audit;

import org.jspecify.annotations.NullMarked;
