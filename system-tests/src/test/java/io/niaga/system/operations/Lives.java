package io.niaga.system.operations;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.users.StoreStateV1;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Returned;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;

/**
 * What somebody new does in a shop, so that every group of consumers hears something: registers, looks around, buys with a
 * coupon, gets it, sends a part back, and cancels another order.
 *
 * @param ids what every event and every document of these lives names; what they looked at goes by the session's own name
 */
record Lives(SystemStack system, Set<String> ids) {
    private static final String PASSWORD = "correct horse battery";
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TOPICS = Stream.of(Topics.STATE, Topics.PERMANENT, Topics.RECENT)
            .flatMap(List::stream)
            .toList();

    static Lives lived(SystemStack system) {
        Shop shop = new Shop(system);
        String sku = shop.goods(Shop.newSku("TWICE"), 30_000, 10);
        String mail = Shop.newSku("twice").toLowerCase(Locale.ROOT) + "@example.com";
        system.api()
                .post("/v1/users", Map.of("email", mail, "password", PASSWORD, "name", "Citra"))
                .expect(201);
        String session = UUID.randomUUID().toString().replace("-", "");
        String product = look(system, sku, session);
        String coupon = coupon(system);

        Purchase kept = Purchase.through(() -> system.api().as(system.token(mail, PASSWORD)))
                .put(sku, 2);
        kept.tryQuote(Map.of("couponCode", coupon)).expect(201);
        kept.place("CARD").pay("tok_success").await("CONFIRMED");
        shop.deliver(shop.ship(kept.id()));
        kept.await("COMPLETED");
        Returned back = Returned.of(system, kept, sku, 1, "DAMAGED").approved().arrived();
        back.inspected(1, 0);

        Purchase cancelled = Purchase.through(() -> system.api().as(system.token(mail, PASSWORD)))
                .put(sku, 1)
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
        assertThat(cancelled.tryCancel("CHANGED_MIND").status()).isIn(200, 202);
        cancelled.await("CANCELLED");
        eventually(() -> assertThat(cancelled.payment().text("/state")).isEqualTo("REFUNDED"));

        String customer = kept.order().text("/customerId");
        return new Lives(
                system, Set.of(sku, product, bits(customer), bits(kept.id()), bits(cancelled.id()), bits(back.path())));
    }

    private static String look(SystemStack system, String sku, String session) {
        AtomicReference<String> product = new AtomicReference<>("");
        eventually(() ->
                product.set(system.api().get("/v1/search?q=" + sku).expect(200).text("/items/0/id")));
        Map<String, Object> viewed =
                Map.of("type", "PRODUCT_VIEWED", "at", Instant.now().toString(), "productId", product.get());
        system.api()
                .post(
                        "/v1/behaviour-events",
                        Map.of(
                                "consent",
                                true,
                                "storeId",
                                SystemStack.STORE,
                                "sessionId",
                                session,
                                "events",
                                List.of(viewed)))
                .expect(202);
        return product.get();
    }

    private static String coupon(SystemStack system) {
        String code = "TWICE" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        Map<String, Object> tenth = Map.of(
                "storeId", SystemStack.STORE, "code", code, "type", "PERCENTAGE", "percentage", "10", "totalLimit", 5);
        system.as("marketer").once(code).post("/v1/coupons", tenth).expect(201);
        return code;
    }

    private static String bits(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    /** Everything that was told of them, once every group had something to hear; of each key all, in its order. */
    List<Told> told() {
        AtomicReference<List<Told>> last = new AtomicReference<>(List.of());
        eventually(() -> {
            List<Told> all = TOPICS.stream().flatMap(this::told).toList();
            assertThat(Hearing.ALL)
                    .allSatisfy(hearing -> assertThat(all)
                            .as(hearing.group())
                            .anyMatch(told -> told.topic().equals(hearing.topic())
                                    && told.type().equals(hearing.type())));
            last.set(all);
        });
        return last.get();
    }

    private Stream<Told> told(String topic) {
        Set<String> keys = new HashSet<>();
        for (Told told : system.told(topic)) {
            if (names(told.key() + told.body()) || told.type().equals(StoreStateV1.TYPE)) {
                keys.add(told.key());
            }
        }
        return keys.stream()
                .flatMap(key -> system.told(topic, key).stream())
                .filter(told -> !told.type().isEmpty());
    }

    private boolean names(String text) {
        return ids.stream().anyMatch(text::contains);
    }

    /** Every document that names them, in all databases, when they stand still; without what waits to be told. */
    Map<String, Document> kept() {
        AtomicReference<Map<String, Document>> last = new AtomicReference<>(now());
        Awaitility.await().pollDelay(PAUSE).pollInterval(PAUSE).atMost(PATIENCE).until(() -> {
            Map<String, Document> read = now();
            return read.equals(last.getAndSet(read));
        });
        return last.get();
    }

    private Map<String, Document> now() {
        Map<String, Document> kept = new TreeMap<>();
        Set<String> names = new HashSet<>(ids);
        told(Topics.BEHAVIOUR).map(Told::key).forEach(names::add);
        Moment.documents(system)
                .forEach((collection, documents) -> documents.forEach((id, document) -> {
                    String json = document.toJson();
                    if (names.stream().anyMatch(json::contains)) {
                        Document settled = new Document(document);
                        new ArrayList<>(document.keySet())
                                .stream()
                                        .filter(field -> field.startsWith("outbox") && !field.equals("outboxSeq"))
                                        .forEach(settled::remove);
                        kept.put(collection + " " + id, settled);
                    }
                }));
        return kept;
    }
}
