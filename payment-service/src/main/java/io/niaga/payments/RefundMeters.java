package io.niaga.payments;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.payments.payment.Payments;
import java.util.concurrent.atomic.AtomicLong;

/** What operations watches: refunds that the provider refused for good; somebody must look. As of the last sweep. */
final class RefundMeters {
    private final AtomicLong failed = new AtomicLong();
    private final Payments payments;

    RefundMeters(MeterRegistry meters, Payments payments) {
        this.payments = payments;
        Gauge.builder("niaga.refunds.failed", failed, AtomicLong::doubleValue)
                .description("Payments with a refund that waits for a person")
                .register(meters);
    }

    void refresh() {
        failed.set(payments.withFailedRefunds());
    }
}
