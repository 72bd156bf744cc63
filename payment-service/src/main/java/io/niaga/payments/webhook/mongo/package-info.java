@NullMarked
package io.niaga.payments.webhook.mongo;

import org.jspecify.annotations.NullMarked;
