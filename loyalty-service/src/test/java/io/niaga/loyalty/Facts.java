package io.niaga.loyalty;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.testsupport.TestEvents;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services tell about one order: goods for 400,000 rupiah after discount, 420,000 with shipping. */
final class Facts {
    static final StoreId STORE = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");
    private static final OrderTotalsV1 TOTALS =
            new OrderTotalsV1(idr("500000.00"), idr("100000.00"), idr("20000.00"), idr("41621.62"), idr("420000.00"));
    final TypeId order = new TypeId("ord", UUID.randomUUID());
    private final @Nullable String customer;
    private long told;

    Facts(@Nullable UserId customer) {
        this.customer = customer == null ? null : customer.value();
    }

    Facts confirmed(@Nullable String coupon) {
        Instant now = Instant.now();
        return order(
                OrderConfirmedV1.TYPE,
                new OrderConfirmedV1(
                        order.toString(),
                        "N",
                        STORE.value(),
                        "Asia/Jakarta",
                        customer,
                        List.of(),
                        TOTALS,
                        coupon,
                        order.withPrefix("pay").toString(),
                        order.withPrefix("rsv").toString(),
                        false,
                        "sandbox",
                        "REG",
                        now,
                        now,
                        now));
    }

    Facts completed() {
        return order(
                OrderCompletedV1.TYPE,
                new OrderCompletedV1(
                        order.toString(),
                        "N",
                        STORE.value(),
                        "Asia/Jakarta",
                        customer,
                        List.of(),
                        TOTALS,
                        Instant.now()));
    }

    Facts cancelled() {
        return order(
                OrderCancelledV1.TYPE,
                new OrderCancelledV1(
                        order.toString(),
                        "N",
                        STORE.value(),
                        "Asia/Jakarta",
                        customer,
                        "CHANGED_MIND",
                        "CONFIRMED",
                        null,
                        null,
                        TOTALS,
                        Instant.now(),
                        Instant.now()));
    }

    Facts promiseFailed() {
        return order(
                OrderPromiseFailedV1.TYPE,
                new OrderPromiseFailedV1(
                        order.toString(),
                        "N",
                        STORE.value(),
                        "Asia/Jakarta",
                        customer,
                        "LOST",
                        null,
                        null,
                        TOTALS,
                        Instant.now(),
                        Instant.now()));
    }

    private Facts order(String type, Object body) {
        TestEvents.tell(Topics.ORDER, order.toString(), type, ++told, body);
        return this;
    }

    /** {@code number}: which refund of the order; {@code goods}: null when nobody said. */
    Facts refunded(int number, String amount, @Nullable String goods) {
        String pay = order.withPrefix("pay").toString();
        UUID bits = UUID.nameUUIDFromBytes((order + "/" + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        TestEvents.tell(
                Topics.PAYMENT,
                pay,
                RefundSucceededV1.TYPE,
                number,
                new RefundSucceededV1(
                        new TypeId("rfd", bits).toString(),
                        pay,
                        order.toString(),
                        STORE.value(),
                        idr(amount),
                        goods == null ? null : idr(goods),
                        Instant.now()));
        return this;
    }

    static Money idr(String amount) {
        return Money.of(amount, "IDR");
    }
}
