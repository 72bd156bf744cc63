package io.niaga.system.operations;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.events.Topics;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.proofs.Auditor;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.system.tour.Books;
import io.niaga.testsupport.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What {@code ./niaga dead-letters} and {@code ./niaga redrive} promise, on a live system: what cannot be received waits, with
 * what depends on it; the rest goes on; and once the cause is gone everything has its effect, once. Only with {@code -Pproofs}.
 */
@SystemIT
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
class DeadLettersIT {
    private final SystemStack system;
    private final Letters letters;
    private final Poison poison;

    DeadLettersIT(SystemStack system) {
        this.system = system;
        this.letters = new Letters(system);
        this.poison = new Poison("127.0.0.1:" + system.stack().ports().kafka());
    }

    @AfterEach
    void nothing_waits_any_more() {
        poison.close();
        Hearing.awaitAll(system);
        letters.giveUpAll();
        assertThat(system.niaga("dead-letters")).contains("No event waits");
        Auditor.isQuiet(system);
    }

    @Test
    void each_consumer_keeps_what_it_cannot_receive_and_goes_on() {
        assertThat(letters.groups())
                .containsExactlyInAnyOrderElementsOf(
                        Hearing.ALL.stream().map(Hearing::group).toList());
        String key = "poison-" + UUID.randomUUID();
        Hearing.ALL.stream().map(Hearing::topic).distinct().forEach(topic -> poison.malformed(topic, key));
        Hearing.ALL.forEach(hearing -> poison.unknown(hearing.topic(), key, hearing.type()));
        eventually(() -> eachWaits(key));
        assertThat(system.niaga("dead-letters")).contains(key);
        Shop shop = new Shop(system);
        String sku = shop.goods(Shop.newSku("POISON"), 30_000, 5);
        eventually(() -> assertThat(system.api().get("/v1/search?q=" + sku).json("/items"))
                .isNotEmpty());
        completed(shop, Purchase.by(system, "buyer").put(sku, 1).place("CARD").pay("tok_success"));
        assertThatThrownBy(() -> system.niaga("redrive", "--key", key))
                .hasMessageContaining("ended with 1")
                .hasMessageContaining("0 received");
        eachWaits(key);
    }

    private void eachWaits(String key) {
        for (Hearing hearing : Hearing.ALL) {
            assertThat(letters.of(hearing.group(), key).stream().distinct())
                    .as(hearing.group())
                    .containsExactlyElementsOf(hearing.poisoned());
        }
    }

    @Test
    void what_waits_behind_a_dead_letter_has_its_effect_once_it_is_redriven() {
        Shop shop = new Shop(system);
        String sku = shop.goods(Shop.newSku("PARKED"), 30_000, 5);
        Purchase purchase = Purchase.by(system, "buyer").put(sku, 2).place("CARD");
        eventually(() -> assertThat(system.told(Topics.ORDER, purchase.id()))
                .extracting(Told::type)
                .contains("order.placed.v1"));
        poison.malformed(Topics.PAYMENT, purchase.paymentId());
        poison.malformed(Topics.ORDER, purchase.id());
        purchase.pay("tok_success");
        eventually(() ->
                assertThat(letters.of("order-payments", purchase.paymentId())).contains("MALFORMED", "PARKED"));
        assertThat(purchase.order().text("/state")).isEqualTo("AWAITING_PAYMENT");

        letters.giveUp("order-payments", purchase.paymentId(), "MALFORMED");
        system.niaga("redrive", "order-service", "--key", purchase.paymentId());
        purchase.await("CONFIRMED");
        eventually(() ->
                assertThat(letters.of("fulfillment-orders", purchase.id())).containsExactly("MALFORMED", "PARKED"));
        letters.giveUp("fulfillment-orders", purchase.id(), "MALFORMED");
        system.niaga("redrive", "fulfillment-service", "--group", "fulfillment-orders");

        String parcel = shop.fulfillment(purchase.id());
        poison.malformed(Topics.SHIPMENT, parcel);
        shop.deliver(shop.ship(purchase.id()));
        eventually(() -> assertThat(letters.of("order-shipments", parcel)).contains("PARKED"));
        assertThat(purchase.order().text("/state")).isEqualTo("CONFIRMED");
        letters.giveUp("order-shipments", parcel, "MALFORMED");
        system.niaga("redrive", "order-service");
        purchase.await("COMPLETED");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(3, 0, 3));
        assertThat(purchase.timeline().stream().filter("CONFIRMED"::equals)).hasSize(1);
    }

    @Test
    void what_failed_has_its_effect_once_the_cause_is_gone() {
        Shop shop = new Shop(system);
        String sku = shop.goods(Shop.newSku("FAILED"), 30_000, 5);
        Purchase purchase = Purchase.by(system, "buyer").put(sku, 1).place("CARD");
        String order = purchase.id();
        var orders = system.database("order-service").getCollection("orders");
        Document sound = orders.find(new Document("_id", order)).first();
        assertThat(sound).isNotNull();
        orders.updateOne(new Document("_id", order), new Document("$set", new Document("state", "BROKEN")));
        try {
            purchase.pay("tok_success");
            eventually(() -> assertThat(letters.of("order-payments", purchase.paymentId()))
                    .startsWith("FAILED")
                    .doesNotContain("MALFORMED"));
            assertThatThrownBy(() -> system.niaga("redrive", "order-service")).hasMessageContaining("ended with 1");
        } finally {
            orders.updateOne(
                    new Document("_id", order), new Document("$set", new Document("state", sound.get("state"))));
        }
        assertThat(system.niaga("redrive", "order-service")).contains("Nothing waits any more.");
        purchase.await("CONFIRMED");
        completed(shop, purchase);
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(4, 0, 4));
    }

    @Test
    void what_is_told_again_has_no_effect() {
        Lives lives = Lives.lived(system);
        List<Told> told = lives.told();
        Hearing.awaitAll(system);
        Books books = new Books(system);
        Books.State sold = books.settled();
        Map<String, Document> kept = lives.kept();
        assertThat(kept.keySet())
                .as("what consumers made of it")
                .anyMatch(key -> key.startsWith("user-service.notifications "))
                .anyMatch(key -> key.startsWith("user-service.audit_entries "))
                .anyMatch(key -> key.startsWith("order-service.availability "))
                .anyMatch(key -> key.startsWith("catalog-service.availability "))
                .anyMatch(key -> key.startsWith("fulfillment-service.fulfillments "))
                .anyMatch(key -> key.startsWith("payment-service.ledger "))
                .anyMatch(key -> key.startsWith("loyalty-service.points_entries "))
                .anyMatch(key -> key.startsWith("loyalty-service.coupon_holds "))
                .anyMatch(key -> key.startsWith("reporting-service.order_facts "))
                .anyMatch(key -> key.startsWith("reporting-service.visits "));

        told.forEach(poison::again);
        Hearing.awaitAll(system);

        assertThat(lives.kept()).isEqualTo(kept);
        assertThat(books.now()).isEqualTo(sold);
        Set<String> keys = told.stream().map(Told::key).collect(Collectors.toSet());
        assertThat(letters.groups())
                .allSatisfy(group -> assertThat(keys)
                        .as(group)
                        .allSatisfy(key -> assertThat(letters.of(group, key)).isEmpty()));
    }

    private static void completed(Shop shop, Purchase purchase) {
        purchase.await("CONFIRMED");
        shop.deliver(shop.ship(purchase.id()));
        purchase.await("COMPLETED");
    }
}
