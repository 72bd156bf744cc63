package io.niaga.messaging;

import org.jspecify.annotations.Nullable;

/** One event of a batch; a null body is a tombstone. */
public record Received(Envelope envelope, @Nullable Object body) {}
