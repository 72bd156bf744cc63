package io.niaga.payments.simulator;

import io.niaga.payments.payment.PaymentId;
import java.util.Optional;

/** How the sandbox answers refunds, and what it remembers of them by our keys. */
public interface SandboxRefunds {
    /** How refunds of a payment are answered. */
    enum Answer {
        /** At once: sent. */
        SENT,
        /** At once: refused. */
        REFUSED,
        /** Taken; how it ends is told when somebody plays it. */
        LATER,
        /** Sent, but the answer gets lost on its way. */
        LOST
    }

    /** Where a refund stands at the provider. */
    enum Standing {
        OPEN,
        SENT,
        REFUSED
    }

    void answer(PaymentId payment, Answer answer);

    Optional<Answer> answerFor(PaymentId payment);

    /** Remembers it unless the key is known; answers what holds from now on. */
    Standing remember(String key, Standing standing);

    /** Ends what is open. */
    void conclude(String key, Standing standing);

    Optional<Standing> find(String key);
}
