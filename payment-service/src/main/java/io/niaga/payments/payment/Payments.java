package io.niaga.payments.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where payments are kept. Saving writes the change, its events and its ledger postings in one atomic write. */
public interface Payments {
    Optional<Payment> find(PaymentId id);

    /** Inserts; false when the id exists already. */
    boolean add(Payment payment);

    /** Saves what was loaded; false when someone else saved in between and nothing was written. */
    boolean save(Payment payment);

    /** Payments with an attempt or a refund to be asked about or made by now, the longest due first, at most {@code limit}. */
    List<PaymentId> due(Instant now, int limit);
}
