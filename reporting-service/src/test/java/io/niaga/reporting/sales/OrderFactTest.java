package io.niaga.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OrderFactTest {
    private static final Instant LATE_EVENING_UTC = Instant.parse("2026-11-24T18:30:00Z");
    private static final Instant NEXT_DAY = LATE_EVENING_UTC.plusSeconds(86_400);
    private static final OrderFact UNKNOWN = OrderFact.unknown("ord_1");
    private static final OrderFact.Reversal FULL = new OrderFact.Reversal("rfd_1", idr("460000.00"), NEXT_DAY);

    private static Money idr(String amount) {
        return Money.of(amount, "IDR");
    }

    private static Sale sale() {
        return new Sale(
                StoreId.of("sto_01h455vb4pex5vsknk084sn02q"),
                ZoneId.of("Asia/Jakarta"),
                LATE_EVENING_UTC,
                2,
                idr("500000.00"),
                idr("50000.00"),
                idr("45585.59"),
                idr("10000.00"),
                idr("460000.00"));
    }

    @Test
    void a_day_is_the_stores_day() {
        assertThat(UNKNOWN.confirmed(sale()).days()).containsExactly(LocalDate.parse("2026-11-25"));
    }

    @Test
    void nothing_counts_before_it_is_confirmed() {
        assertThat(UNKNOWN.cancelled(NEXT_DAY).refunded(FULL).rows()).isEmpty();
    }

    @Test
    void a_cancelled_and_refunded_order_nets_to_nothing_whatever_came_first() {
        OrderFact one = UNKNOWN.confirmed(sale()).cancelled(NEXT_DAY).refunded(FULL);
        OrderFact other = UNKNOWN.refunded(FULL).cancelled(NEXT_DAY).confirmed(sale());
        assertThat(one).isEqualTo(other);
        Money net = one.rows().stream().map(SalesRow::net).reduce(idr("0"), Money::plus);
        Money refunds = one.rows().stream().map(SalesRow::refunds).reduce(idr("0"), Money::plus);
        assertThat(net).isEqualTo(idr("0"));
        assertThat(refunds).isEqualTo(idr("460000.00"));
    }

    @Test
    void a_refund_of_part_takes_off_the_goods_within_it() {
        OrderFact fact = UNKNOWN.confirmed(sale()).refunded(new OrderFact.Reversal("rfd_2", idr("46000.00"), NEXT_DAY));
        assertThat(fact.rows().getLast().net()).isEqualTo(idr("-45000.00"));
    }

    @Test
    void twice_is_once() {
        OrderFact once = UNKNOWN.confirmed(sale()).cancelled(NEXT_DAY).refunded(FULL);
        assertThat(once.confirmed(sale()).cancelled(NEXT_DAY.plusSeconds(1)).refunded(FULL))
                .isEqualTo(once);
    }
}
