/** What providers tell us: verified, kept once by their event id, and applied whatever the order of arrival. */
@NullMarked
package io.niaga.payments.webhook;

import org.jspecify.annotations.NullMarked;
