package io.niaga.payments.payment;

import io.niaga.types.Page;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where payments are kept. Saving writes the change, its events and its ledger postings in one atomic write. */
public interface Payments {
    Optional<Payment> find(PaymentId id);

    /** Inserts; false when the id exists already. */
    boolean add(Payment payment);

    /** Saves what was loaded; false when someone else saved in between and nothing was written. */
    boolean save(Payment payment);

    /** The payment that a refund belongs to. */
    Optional<Payment> ofRefund(RefundId id);

    /** A store's payments with a refund in that state, by id. */
    Page<Payment> withRefunds(StoreId store, String state, int limit, @Nullable String after);

    /** How many payments have a refund that waits for a person. */
    long withFailedRefunds();

    /** Payments with an attempt or a refund to be asked about or made by now, the longest due first, at most {@code limit}. */
    List<PaymentId> due(Instant now, int limit);
}
