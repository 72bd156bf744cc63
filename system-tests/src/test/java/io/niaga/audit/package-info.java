/** The auditor against planted damage. */
@NullMarked
package io.niaga.audit;

import org.jspecify.annotations.NullMarked;
