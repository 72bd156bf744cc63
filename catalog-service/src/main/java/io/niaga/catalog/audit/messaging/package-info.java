/** Audit entries on their topic. */
@NullMarked
package io.niaga.catalog.audit.messaging;

import org.jspecify.annotations.NullMarked;
