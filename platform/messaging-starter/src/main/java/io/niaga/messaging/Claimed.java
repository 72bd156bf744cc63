package io.niaga.messaging;

/** An aggregate taken over by the safety net. */
record Claimed(Lease lease, Backlog backlog) {}
