package io.niaga.fulfillment.reservation;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.fulfillment.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.types.Money;
import io.niaga.types.TypeId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class AddressIT {
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
    private static final Money RUPIAH = Money.of("1.00", "IDR");

    @Autowired
    Api api;

    private Shop shop;
    private TypeId order;
    private String path;

    @BeforeEach
    void an_order_with_held_units() {
        shop = new Shop(api).open().counted("A", 10);
        order = Shop.order();
        path = "/v1/fulfillments/" + order.withPrefix("ful");
        shop.reserve(order, 1, Map.of("A", 2)).expect(200);
    }

    private static Map<String, Object> body(long fence, String street) {
        return Map.of(
                "fence",
                fence,
                "address",
                new HashMap<>(Map.of(
                        "recipient", "Siti Rahayu",
                        "phone", "+6289876543210",
                        "lines", List.of(street),
                        "postalCode", "40111",
                        "country", "ID")));
    }

    private Answer readdress(long fence, String street) {
        return shop.orders.put(Shop.reservation(order) + "/address", body(fence, street));
    }

    private void sourced() {
        shop.commit(order, 3).expect(200);
        OrderTotalsV1 totals = new OrderTotalsV1(RUPIAH, RUPIAH, RUPIAH, RUPIAH, RUPIAH);
        TestEvents.tell(
                Topics.ORDER,
                order.toString(),
                OrderConfirmedV1.TYPE,
                3,
                new OrderConfirmedV1(
                        order.toString(),
                        "N-1",
                        shop.store.value(),
                        "Asia/Jakarta",
                        null,
                        List.of(),
                        totals,
                        null,
                        order.withPrefix("pay").toString(),
                        order.withPrefix("rsv").toString(),
                        false,
                        "sandbox",
                        "REG",
                        AT,
                        AT,
                        AT));
        eventually(() -> shop.packer.get(path).expect(200));
    }

    private String street() {
        return shop.packer.get(path).expect(200).text("/address/lines/0");
    }

    @Test
    void it_goes_where_the_order_says_last_until_it_is_picked() {
        Answer held = readdress(2, "Jl. Braga 1").expect(200);
        assertThat(held.text("/id")).isEqualTo(order.withPrefix("rsv").toString());
        assertThat(held.text("/state")).isEqualTo("HELD");
        assertThat(held.json("/fence").longValue()).isEqualTo(2);
        sourced();
        assertThat(street()).isEqualTo("Jl. Braga 1");
        readdress(4, "Jl. Dago 2").expect(200);
        readdress(4, "Jl. Dago 2").expect(200);
        assertThat(street()).isEqualTo("Jl. Dago 2");
        readdress(3, "Jl. Braga 1").expectProblem(409, "FENCED");
        shop.packer.post(path + "/release").expect(200);
        readdress(5, "Jl. Riau 3").expect(200);
        shop.packer.post(path + "/picking", Map.of()).expect(200);
        readdress(6, "Jl. Braga 1").expectProblem(409, "RESERVATION_IN_PICKING");
        assertThat(street()).isEqualTo("Jl. Riau 3");
        assertThat(shop.packer.get(path).text("/address/recipient")).isEqualTo("Siti Rahayu");
    }

    @Test
    void what_is_not_held_has_no_address() {
        TypeId unknown = Shop.order();
        shop.orders
                .put(Shop.reservation(unknown) + "/address", body(1, "Jl. Braga 1"))
                .expectProblem(409, "RESERVATION_NOT_HELD");
        shop.release(order, 2).expect(200);
        readdress(3, "Jl. Braga 1").expectProblem(409, "RESERVATION_NOT_HELD");
    }

    @Test
    void only_services_may_and_they_must_make_sense() {
        String where = Shop.reservation(order) + "/address";
        shop.admin.put(where, body(2, "Jl. Braga 1")).expect(403);
        shop.guest.put(where, body(2, "Jl. Braga 1")).expectProblem(401, "UNAUTHENTICATED");
        shop.orders.put(where, Map.of("fence", 2)).expectProblem(400, "INVALID_REQUEST");
        readdress(-1, "Jl. Braga 1").expectProblem(400, "INVALID_REQUEST");
    }
}
