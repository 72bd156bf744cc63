package io.niaga.payments.simulator;

import java.time.Instant;
import java.util.List;

/** The calls the sandbox owes; they survive a restart. */
public interface SandboxDeliveries {
    /** Keeps what is owed; what is owed already under its id stays as it is. */
    void owe(List<SandboxDelivery> deliveries);

    void delivered(String id);

    void retryAt(String id, Instant dueAt);

    List<SandboxDelivery> due(Instant now, int limit);
}
