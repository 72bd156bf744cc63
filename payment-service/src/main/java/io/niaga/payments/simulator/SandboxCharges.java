package io.niaga.payments.simulator;

import io.niaga.payments.payment.ChargeOutcome;
import java.util.Optional;

/** What the sandbox remembers by our keys, so that it does each key once. */
public interface SandboxCharges {
    /** Remembers the outcome unless the key is known; answers what holds from now on. */
    ChargeOutcome remember(String key, ChargeOutcome outcome);

    /** Ends a challenge with that outcome unless it ended before; answers what holds from now on. */
    Optional<ChargeOutcome> conclude(String key, ChargeOutcome outcome);

    Optional<ChargeOutcome> find(String key);
}
