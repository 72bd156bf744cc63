package io.niaga.system.proofs;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.proofs.Buyer.Outcome;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.FaultProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something everybody needs is away, slow or silent; what can go on goes on, and the rest catches up by itself. */
@SystemIT
class AwayIT {
    @BeforeAll
    static void many_buyers(SystemStack stack) {
        Gates.open(stack);
    }

    @AfterAll
    static void the_auditor_is_quiet(SystemStack stack) {
        Auditor.isQuiet(stack);
    }

    @AfterEach
    void heal(SystemStack stack) {
        Gates.heal(stack);
    }

    /** Orders are placed and paid without a broker; what happened is told when it is back, in order, and leads on. */
    @Test
    void the_broker(SystemStack stack) throws Exception {
        String sku = new Shop(stack).goods(Shop.newSku("BRK"), 20_000, 100);
        stack.kill("kafka");
        long back = System.nanoTime() + Duration.ofSeconds(Scale.of(10, 60)).toNanos();
        List<Purchase> placed = new ArrayList<>();
        while (System.nanoTime() < back) {
            Outcome outcome = Buyer.of(stack).wants(sku, 1).places();
            assertThat(outcome.code()).isEqualTo("PLACED");
            outcome.purchase().pay("tok_success");
            placed.add(outcome.purchase());
            Thread.sleep(1_000);
        }
        assertThat(placed).isNotEmpty();
        stack.start("kafka");
        Books books = new Books(stack);
        for (Purchase purchase : placed) {
            eventually(
                    Buyer.CONFIRMATION,
                    () -> assertThat(purchase.order().text("/state")).isEqualTo("CONFIRMED"));
            books.told(purchase, "order.placed.v1", "order.confirmed.v1");
            books.money(purchase, "CAPTURED");
        }
        books.shelf(sku, 100, placed.size());
    }

    /** Who is signed in goes on; so do guests, and the services among themselves. */
    @Test
    void the_identity_server(SystemStack stack) {
        String sku = new Shop(stack).goods(Shop.newSku("IDP"), 20_000, 10);
        String token = stack.token("buyer");
        assertThat(buysSignedIn(stack, token, sku)).isEqualTo("PAID");
        stack.kill("keycloak");
        assertThat(stack.api().as(token).get("/v1/orders").status()).isEqualTo(200);
        assertThat(buysSignedIn(stack, token, sku)).isEqualTo("PAID");
        assertThat(Buyer.of(stack).wants(sku, 1).buys().code()).isEqualTo("PAID");
    }

    private static String buysSignedIn(SystemStack stack, String token, String sku) {
        Purchase purchase = Purchase.through(() -> stack.api().as(token)).put(sku, 1);
        return Buyer.pays(purchase.place("CARD")).code();
    }

    /** No acknowledged write is missing: whoever was told that an order is paid finds it paid. */
    @Test
    void the_database_is_killed_under_load(SystemStack stack) throws Exception {
        assumeTrue(stack.names().contains("store"), "somebody else's database is not ours to kill");
        int buyers = Scale.of(30, 200);
        String sku = new Shop(stack).goods(Shop.newSku("DBK"), 20_000, buyers);
        List<Outcome> outcomes;
        try (Crowd<Outcome> crowd =
                Crowd.atOnce(buyers, i -> () -> Buyer.of(stack).wants(sku, 1).buys())) {
            for (int kills = 0; kills < Scale.of(1, 4) && crowd.done() < buyers; kills++) {
                Thread.sleep(1_200);
                stack.kill("store");
                stack.start("store");
            }
            outcomes = crowd.outcomes();
        }
        Books books = new Books(stack);
        books.shelf(sku, buyers, buyers);
        outcomes.forEach(outcome -> {
            assertThat(outcome.code()).isEqualTo("PAID");
            assertThat(outcome.purchase().order().text("/state")).isEqualTo("CONFIRMED");
            books.money(outcome.purchase(), "CAPTURED");
        });
    }

    /** A neighbour that answers after five seconds is as good as away: an answer within bounds, and one order in the end. */
    @ParameterizedTest
    @ValueSource(strings = {"fulfillment-service", "payment-service", "catalog-service"})
    void a_neighbour_of_orders_is_slow(String neighbour, SystemStack stack) throws Exception {
        assumeTrue(Scale.isFull(), "in the slice a neighbour is as slow as its silent database");
        String sku = new Shop(stack).goods(Shop.newSku("SLOW"), 20_000, 10);
        FaultProxy line = stack.between("order-service", neighbour);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1);
        String key = UUID.randomUUID().toString();
        Supplier<Answer> asks = () -> purchase.tryPlace("CARD", key);
        if (neighbour.equals("catalog-service")) {
            // Placing has the quote's prices; quoting asks for them, but for those heard within two seconds.
            asks = () -> purchase.tryQuote(Map.of());
            Thread.sleep(2_500);
        } else {
            purchase.quote();
        }
        AtomicBoolean asked = new AtomicBoolean();
        line.delay(Duration.ofSeconds(5)).watch((piece, length, answer) -> {
            asked.set(true);
            return true;
        });
        long begun = System.nanoTime();
        Answer slow = asks.get();
        assertThat(slow.status()).as("%s", slow).isIn(201, 503);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        assertThat(asked).as("%s was asked", neighbour).isTrue();
        line.heal();
        assertThat(Patience.answered(asks).status()).isEqualTo(201);
        placed(purchase, key);
        settled(stack, sku, purchase);
    }

    /** A database refuses, or is silent on open connections: a clear 503 within bounds, nothing half done, and on it goes. */
    @ParameterizedTest
    @ValueSource(strings = {"order-service", "fulfillment-service", "payment-service"})
    void a_database_refuses_then_stalls(String service, SystemStack stack) {
        assumeTrue(Scale.isFull() || service.equals("fulfillment-service"), "the slice has one database");
        String sku = new Shop(stack).goods(Shop.newSku("CUT"), 20_000, 10);
        FaultProxy line = stack.toDatabase(service);
        Purchase cut = quoted(stack, sku);
        String first = UUID.randomUUID().toString();
        line.refuse();
        refusedInTime(cut, first);
        line.heal();
        placed(cut, first);
        Purchase stalled = quoted(stack, sku);
        String second = UUID.randomUUID().toString();
        line.stall();
        refusedInTime(stalled, second);
        line.heal();
        placed(stalled, second);
        settled(stack, sku, cut, stalled);
    }

    private static Purchase quoted(SystemStack stack, String sku) {
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1);
        purchase.quote();
        return purchase;
    }

    /** In the end, and paid. */
    private static void placed(Purchase purchase, String key) {
        assertThat(Patience.answered(() -> purchase.tryPlace("CARD", key)).status())
                .isEqualTo(201);
        assertThat(Buyer.pays(purchase).code()).isEqualTo("PAID");
    }

    private static void refusedInTime(Purchase purchase, String key) {
        long begun = System.nanoTime();
        Answer refused = purchase.tryPlace("CARD", key);
        assertThat(refused.status()).as("%s", refused).isEqualTo(503);
        refused.expectProblem();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    private static void settled(SystemStack stack, String sku, Purchase... purchases) {
        Books books = new Books(stack);
        books.shelf(sku, 10, purchases.length);
        for (Purchase purchase : purchases) {
            books.money(purchase, "CAPTURED");
            books.told(purchase, "order.placed.v1", "order.confirmed.v1");
        }
    }
}
