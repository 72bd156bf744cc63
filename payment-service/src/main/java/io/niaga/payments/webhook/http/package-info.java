@NullMarked
package io.niaga.payments.webhook.http;

import org.jspecify.annotations.NullMarked;
