/** What every payment provider must be able to do for us; one adapter each. */
@NullMarked
package io.niaga.payments.provider;

import org.jspecify.annotations.NullMarked;
