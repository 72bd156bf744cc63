/** The audit entries of all services: who changed what, when and why. */
@NullMarked
package io.niaga.users.audit;

import org.jspecify.annotations.NullMarked;
