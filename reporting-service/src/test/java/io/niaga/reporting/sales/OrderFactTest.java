package io.niaga.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderFactTest {
    private static final Instant LATE_EVENING_UTC = Instant.parse("2026-11-24T18:30:00Z");
    private static final Instant NEXT_DAY = LATE_EVENING_UTC.plusSeconds(86_400);
    private static final OrderFact UNKNOWN = OrderFact.unknown("ord_1");
    private static final Reversal FULL = new Reversal("rfd_1", idr("460000.00"), null, NEXT_DAY);

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
        OrderFact fact = UNKNOWN.confirmed(sale()).refunded(part("rfd_2", "46000.00", null, NEXT_DAY));
        assertThat(fact.rows().getLast().net()).isEqualTo(idr("-45000.00"));
    }

    @Test
    void twice_is_once() {
        OrderFact once = UNKNOWN.confirmed(sale()).cancelled(NEXT_DAY).refunded(FULL);
        assertThat(once.confirmed(sale()).cancelled(NEXT_DAY.plusSeconds(1)).refunded(FULL))
                .isEqualTo(once);
    }

    private static Reversal part(String id, String amount, @Nullable String goods, Instant at) {
        return new Reversal(id, idr(amount), goods == null ? null : idr(goods), at);
    }

    private static Money net(OrderFact fact) {
        return fact.rows().stream().map(SalesRow::net).reduce(idr("0"), Money::plus);
    }

    @Test
    void a_refund_that_says_its_goods_takes_off_those() {
        OrderFact fact = UNKNOWN.confirmed(sale()).refunded(part("rfd_2", "46000.00", "36000.00", NEXT_DAY));
        assertThat(fact.rows().getLast().net()).isEqualTo(idr("-36000.00"));
        assertThat(fact.rows().getLast().refunds()).isEqualTo(idr("46000.00"));
    }

    @Test
    void refunds_in_parts_take_off_the_goods_to_the_last_rupiah() {
        OrderFact fact = UNKNOWN.confirmed(sale());
        for (int i = 0; i < 7; i++) {
            fact = fact.refunded(part("rfd_" + i, "65714.28", null, NEXT_DAY.plusSeconds(i)));
        }
        assertThat(net(fact)).isNotEqualTo(idr("0"));
        fact = fact.refunded(part("rfd_9", "0.04", null, NEXT_DAY.plusSeconds(9)));
        assertThat(net(fact)).isEqualTo(idr("0"));
    }

    @Test
    void a_cancellation_takes_off_what_refunds_before_it_left() {
        OrderFact fact = UNKNOWN.confirmed(sale())
                .refunded(part("rfd_2", "46000.00", "46000.00", NEXT_DAY))
                .cancelled(NEXT_DAY.plusSeconds(60))
                .refunded(part("rfd_3", "414000.00", null, NEXT_DAY.plusSeconds(61)));
        assertThat(fact.rows()).extracting(SalesRow::net).contains(idr("-46000.00"), idr("-404000.00"));
        assertThat(net(fact)).isEqualTo(idr("0"));
    }

    @Test
    void more_than_the_goods_is_never_taken_off() {
        OrderFact fact = UNKNOWN.confirmed(sale())
                .refunded(part("rfd_2", "400000.00", "400000.00", NEXT_DAY))
                .refunded(part("rfd_3", "60000.00", "60000.00", NEXT_DAY.plusSeconds(1)))
                .refunded(part("rfd_4", "1000.00", null, NEXT_DAY.plusSeconds(2)));
        assertThat(net(fact)).isEqualTo(idr("0"));
    }

    @Test
    void a_refund_in_another_currency_is_money_and_no_goods() {
        OrderFact fact =
                UNKNOWN.confirmed(sale()).refunded(new Reversal("rfd_2", Money.of("3.00", "USD"), null, NEXT_DAY));
        assertThat(fact.rows().getLast().refunds()).isEqualTo(Money.of("3.00", "USD"));
        assertThat(fact.rows().getLast().net()).isEqualTo(Money.of("0.00", "USD"));
    }
}
