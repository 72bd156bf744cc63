package io.niaga.catalog;

import io.niaga.events.Topics;
import io.niaga.events.users.StoreStateV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.Eventually;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A store of its own for each test, and the people in it. */
public record Shop(Api api, StoreId id, String currency) {
    private static final AtomicInteger NEXT = new AtomicInteger();

    public static Shop opened(Api api) {
        return opened(api, "IDR");
    }

    public static Shop opened(Api api, String currency) {
        StoreId id = StoreId.of(new TypeId("sto", new UUID(7, NEXT.incrementAndGet())).toString());
        tell(id, currency, 1, "2026-02-01T00:00:00Z");
        Eventually.eventually(() -> api.get("/v1/categories?store=" + id).expect(200));
        return new Shop(api, id, currency);
    }

    public static void tell(StoreId id, String currency, long sequence, String openedAt) {
        StoreStateV1 state = new StoreStateV1(
                id.value(),
                "Toko " + sequence,
                currency,
                List.of("id", "en"),
                "Asia/Jakarta",
                "ID",
                true,
                1100,
                Instant.parse(openedAt),
                Instant.parse("2026-02-01T00:00:00Z"));
        TestEvents.tell(Topics.USER, id.value(), StoreStateV1.TYPE, sequence, state);
    }

    public Api as(Role role) {
        return api.as(TestTokens.member(role, id));
    }

    public Api admin() {
        return as(Role.ADMINISTRATOR);
    }

    public Api order() {
        return api.as(TestTokens.service("order-service"));
    }

    public static String key() {
        return "key-" + NEXT.incrementAndGet();
    }

    public Map<String, Object> price(String amount) {
        return Map.of("amount", amount, "currency", currency);
    }

    /** A shirt with one variant. */
    public Map<String, Object> shirt(String sku) {
        return Map.of(
                "name", Map.of("id", "Kemeja Parang", "en", "Parang shirt"),
                "description", Map.of("id", "Kemeja katun"),
                "variants", List.of(Map.of("sku", sku, "options", Map.of("size", "M"), "price", price("249000.00"))));
    }

    public Answer create(Object body) {
        return admin().once(key()).post("/v1/products?store=" + id, body);
    }

    public Answer published(String sku) {
        Answer made = create(shirt(sku)).expect(201);
        return admin().put(made.location() + "/publication", Map.of()).expect(200);
    }
}
