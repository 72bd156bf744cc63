package io.niaga.orders;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.orders.checkout.OutcomeUnknown;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.Return;
import io.niaga.orders.returns.ReturnWatch;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Returns in numbers: {@code niaga.orders.returns.*}; those that wait for a person are also told in the log, by id. */
final class ReturnMeters implements ReturnWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnMeters.class);
    private static final int ALARM = 5;

    private final MeterRegistry meters;

    ReturnMeters(MeterRegistry meters) {
        this.meters = meters;
        Arrays.stream(Return.Step.values()).map(Enum::name).forEach(this::unknowns);
    }

    @Override
    public void saved(Order before) {
        before.news().forEach(this::count);
    }

    private void count(OrderEvent event) {
        if (event instanceof OrderEvent.ReturnMoved moved) {
            Counter.builder("niaga.orders.returns.outcomes")
                    .description("Returns by the state they reached")
                    .tag("outcome", moved.goods().state().code())
                    .register(meters)
                    .increment();
        }
        Return.Attention attention =
                event instanceof OrderEvent.ReturnListed listed ? listed.goods().attention() : null;
        if (attention != null && event instanceof OrderEvent.ReturnListed listed) {
            Counter.builder("niaga.orders.returns.attention")
                    .description("Returns that began to wait for a person")
                    .tag("reason", attention.cause().name())
                    .register(meters)
                    .increment();
            LOG.error("{} waits for a person: {}", listed.goods().id(), attention.cause());
        }
    }

    private Counter unknowns(String step) {
        return Counter.builder("niaga.orders.steps.unknown")
                .description("Steps that ended unknown and are tried again")
                .tag("step", "RETURN_" + step)
                .register(meters);
    }

    @Override
    public void unknown(Order order, Return goods, OutcomeUnknown why) {
        unknowns(goods.next().map(Enum::name).orElse("NONE")).increment();
        String cause = why.getMessage() + ", " + why.getCause();
        if (goods.attempts() >= ALARM) {
            LOG.error("{} of {} is stuck, ended unknown again: {}", goods.id(), order.id(), cause);
        } else {
            LOG.warn("{} of {} waits, ended unknown: {}", goods.id(), order.id(), cause);
        }
    }
}
