package io.niaga.payments.simulator;

import java.time.Instant;

/** A call to our webhook that the sandbox owes. The same event may be owed several times: providers repeat themselves. */
public record SandboxDelivery(String id, String eventId, String body, Instant dueAt, int tries) {}
