package io.niaga.orders.returns;

import io.niaga.orders.checkout.OutcomeUnknown;
import io.niaga.orders.checkout.Repayments;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Does the unfinished work of an order's returns: what was decided is written, then done step by step, each outcome written
 * before the next. Whoever holds the order may do it, twice at the same time too.
 */
@UseCase
public final class AdvanceReturns {
    /** More than any order's returns need, so that a defect cannot spin. */
    private static final int MOST_STEPS = 4 * ReturnRules.MOST;

    private static final int MOST_DOUBLINGS = 6;

    private final Orders orders;
    private final ReturnProcess process;
    private final Means means;
    private final Clock clock;

    public AdvanceReturns(Orders orders, ReturnProcess process, Means means, Clock clock) {
        this.orders = orders;
        this.process = process;
        this.means = means;
        this.clock = clock;
    }

    /** What the steps are done with, and who is told. */
    public record Means(Restocks restocks, ReturnRefunds refunds, ReturnWatch watch, Duration lease) {}

    /** The order as it is when nothing more can be done for its returns now. */
    public Order advance(Order order) {
        Order current = order;
        Set<ReturnId> waiting = new HashSet<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            timePassed(current);
            if (current.isChanged()) {
                current = write(current);
                continue;
            }
            Optional<Return> next = current.returns().open().stream()
                    .filter(r -> !waiting.contains(r.id()))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            if (!step(current, next.get())) {
                waiting.add(next.get().id());
            }
        }
        return waiting.isEmpty() ? current : later(current);
    }

    private void timePassed(Order order) {
        List<Return> all = order.returns().all();
        all.forEach(r -> process.on(order, r.id(), new ReturnFact.TimePassed(), now()));
    }

    /** Whether it led to something; otherwise it is tried again later. */
    private boolean step(Order order, Return goods) {
        try {
            ReturnFact.Answer answer = perform(order, goods);
            if (answer instanceof ReturnFact.RefundPending) {
                order.failed(goods.id());
                return false;
            }
            process.on(order, goods.id(), answer, now());
            return true;
        } catch (OutcomeUnknown unknown) {
            order.failed(goods.id());
            means.watch().unknown(order, order.returns().of(goods.id()).orElse(goods), unknown);
            return false;
        }
    }

    private ReturnFact.Answer perform(Order order, Return goods) {
        return switch (goods.next().orElseThrow()) {
            case RESTOCK -> means.restocks().restock(order, goods);
            case REFUND -> refund(order, goods);
        };
    }

    /** Cash that the carrier has not brought yet cannot be given back: it is waited for. */
    private ReturnFact.Answer refund(Order order, Return goods) {
        if (order.payment().isToCollect()) {
            return new ReturnFact.RefundPending();
        }
        ReturnFact.Answer answer = means.refunds().refund(order, goods);
        if (answer instanceof ReturnFact.RefundSent) {
            Repayment sent = new Repayment(
                    goods.id().refund(),
                    goods.inspection().orElseThrow().worth().total(),
                    "SUCCEEDED");
            Repayments.note(order, sent, "", now());
        }
        return answer;
    }

    /** Writes what was decided; when somebody else was faster, what they wrote counts. */
    private Order write(Order order) {
        return save(order)
                .or(() -> orders.byId(order.id()))
                .orElseThrow(() -> new IllegalStateException("an order is gone: " + order.id()));
    }

    /** Empty when somebody else was faster. */
    Optional<Order> save(Order order) {
        Instant lease = now().plus(means.lease());
        Optional<Order> saved = orders.save(order, order.dueAfter(lease).orElse(null));
        saved.ifPresent(_ -> means.watch().saved(order));
        return saved;
    }

    ReturnRules rules() {
        return process.rules();
    }

    Instant now() {
        return clock.instant();
    }

    private Order later(Order order) {
        int attempts =
                order.returns().open().stream().mapToInt(Return::attempts).min().orElse(1);
        Duration pause = Duration.ofSeconds(1L << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS));
        orders.postpone(order, now().plus(pause));
        return order;
    }
}
