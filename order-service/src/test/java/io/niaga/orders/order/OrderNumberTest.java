package io.niaga.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.Samples;
import io.niaga.orders.cart.Buyer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderNumberTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Test
    void a_number_has_the_stores_day_and_is_the_same_each_time() {
        Instant lateInUtc = Instant.parse("2026-11-24T18:30:00Z");
        OrderNumber number = OrderNumber.of(Samples.orderId(1), lateInUtc, JAKARTA, 0);

        assertThat(number.value()).matches("261125-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(OrderNumber.of(Samples.orderId(1), lateInUtc, JAKARTA, 0)).isEqualTo(number);
        assertThat(OrderNumber.of(Samples.orderId(1), lateInUtc, JAKARTA, 1)).isNotEqualTo(number);
    }

    @Test
    void numbers_of_a_day_differ() {
        Set<OrderNumber> numbers = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            numbers.add(OrderNumber.of(Samples.orderId(i), Samples.NOW, JAKARTA, 0));
        }
        assertThat(numbers).hasSize(20_000);
    }

    @Test
    void a_guest_is_counted_by_a_hash_of_the_address_however_it_is_written() {
        CustomerKeys keys = new CustomerKeys(new byte[32]);
        String guest = keys.of(Buyer.GUEST, "Budi@Example.com ");

        assertThat(guest).isEqualTo(keys.of(Buyer.GUEST, "budi@example.com")).matches("[0-9a-f]{64}");
        assertThat(keys.of(new Buyer(Samples.BUYER), "budi@example.com")).isEqualTo(Samples.BUYER.value());
    }

    @Test
    void what_follows_from_an_order_has_its_bits() {
        OrderId id = Samples.orderId(3);
        assertThat(id.payment().substring(4)).isEqualTo(id.value().substring(4));
        assertThat(OrderId.of(id.quote())).isEqualTo(id);
    }
}
