/** A real broker in a process of its own, and the topics it is born with. */
@NullMarked
package io.niaga.localstack.kafka;

import org.jspecify.annotations.NullMarked;
