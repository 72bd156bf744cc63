package io.niaga.orders;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.niaga.orders.checkout.CheckoutWatch;
import io.niaga.orders.checkout.OutcomeUnknown;
import io.niaga.orders.order.BrokenPromise;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process in numbers: {@code niaga.orders.*}; steps that stay unknown are also told in the log, by id. */
final class OrderMeters implements CheckoutWatch {
    private static final Logger LOG = LoggerFactory.getLogger(OrderMeters.class);
    private static final int ALARM = 5;

    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer toConfirm;
    private final AtomicReference<Orders.Backlog> backlog = new AtomicReference<>(new Orders.Backlog(0, null));

    OrderMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.toConfirm = Timer.builder("niaga.orders.time.to.confirm")
                .description("From placing an order to its confirmation")
                .register(meters);
        // There from the start: a rate of failures needs a zero to rise from.
        Arrays.stream(BrokenPromise.Reason.values()).forEach(this::failures);
        Arrays.stream(Step.values()).forEach(this::unknowns);
        Gauge.builder("niaga.orders.process.due", backlog, known -> known.get().due())
                .description("Orders that are due and wait for the process")
                .register(meters);
        Gauge.builder("niaga.orders.process.oldest", backlog, known -> age(known.get()))
                .description("How long the oldest of them is due")
                .baseUnit("seconds")
                .register(meters);
    }

    private double age(Orders.Backlog known) {
        Instant oldest = known.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }

    @Override
    public void saved(Order order) {
        if (!order.isDecided()) {
            return;
        }
        Counter.builder("niaga.orders.outcomes")
                .description("Orders by the state they reached")
                .tag("outcome", order.state().code())
                .register(meters)
                .increment();
        order.news().forEach(this::told);
        if (order.state() instanceof OrderState.Confirmed confirmed) {
            toConfirm.record(Duration.between(order.terms().placedAt(), confirmed.at()));
        }
    }

    /** A promise that failed is counted when it is told; its open steps are written later, in the same state. */
    private void told(OrderEvent event) {
        if (event instanceof OrderEvent.PromiseFailed failed) {
            failures(failed.promise().reason()).increment();
        }
    }

    private Counter failures(BrokenPromise.Reason reason) {
        return Counter.builder("niaga.orders.promises.failed")
                .description("Confirmed orders that will not arrive, by why")
                .tag("reason", reason.name())
                .register(meters);
    }

    private Counter unknowns(Step step) {
        return Counter.builder("niaga.orders.steps.unknown")
                .description("Steps that ended unknown and are tried again")
                .tag("step", step.name())
                .register(meters);
    }

    @Override
    public void unknown(Order order, Step step, OutcomeUnknown why) {
        unknowns(step).increment();
        String state = order.state().code();
        String cause = why.getMessage() + ", " + why.getCause();
        if (order.work().attempts() >= ALARM) {
            LOG.error("{} is stuck in {}: {} ended unknown again: {}", order.id(), state, step, cause);
        } else {
            LOG.warn("{} waits in {}: {} ended unknown: {}", order.id(), state, step, cause);
        }
    }

    @Override
    public void backlog(Orders.Backlog known) {
        backlog.set(known);
    }
}
