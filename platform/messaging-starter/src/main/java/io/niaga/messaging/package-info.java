/**
 * How a service tells what happened and hears what others told, without losing, doubling or reordering anything.
 *
 * <p>Telling: {@link io.niaga.messaging.OutboxCollection} writes an aggregate and its events in one document write and
 * publishes them in order. Hearing: {@link io.niaga.messaging.Subscription} beans receive typed facts, at least once;
 * {@link io.niaga.messaging.Inbox} makes their effects happen once. What cannot be received waits in
 * {@link io.niaga.messaging.DeadLetters}.
 */
@NullMarked
package io.niaga.messaging;

import org.jspecify.annotations.NullMarked;
