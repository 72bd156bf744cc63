package io.niaga.search;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.search.behaviour.Visit;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class BehaviourIT {
    private static final String PATH = "/v1/behaviour-events";

    @Autowired
    Api api;

    private StoreId store;
    private String session;
    private String shirt;

    @BeforeEach
    void a_store_with_a_shirt() {
        store = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        session = UUID.randomUUID().toString();
        shirt = Told.productId();
        Told told = Told.product(shirt, "Kemeja Parang").store(store.value()).variant("KMJ-1", "249000");
        TestEvents.tell(Topics.PRODUCT, shirt, ProductStateV1.TYPE, 1, told.state());
        eventually(() -> assertThat(api.get("/v1/products?store=" + store)
                        .expect(200)
                        .json("/items")
                        .size())
                .isEqualTo(1));
    }

    private Map<String, Object> event(String type, String... fields) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("at", Instant.now().toString());
        for (int i = 0; i < fields.length; i += 2) {
            event.put(fields[i], fields[i + 1]);
        }
        return event;
    }

    private Map<String, Object> batch(List<?> events) {
        Map<String, Object> batch = new LinkedHashMap<>();
        batch.put("consent", true);
        batch.put("storeId", store.value());
        batch.put("sessionId", session);
        batch.put("events", events);
        return batch;
    }

    private Map<String, Object> batch(Map<String, Object> event) {
        return batch(List.of(event));
    }

    private List<io.niaga.testsupport.Told> told() {
        return TestEvents.told(
                Topics.BEHAVIOUR, Visit.of(store, session, null).session().toString());
    }

    @Test
    void what_a_session_did_is_told_in_its_order_without_its_own_id() {
        String order = new TypeId("ord", UUID.randomUUID()).toString();
        Answer answer = api.post(
                        PATH,
                        batch(List.of(
                                event("SEARCHED", "query", "  Kemeja   budi@example.com "),
                                event("RESULT_CLICKED", "productId", shirt, "query", "kemeja"),
                                event("PRODUCT_VIEWED", "productId", shirt),
                                event("ADDED_TO_CART", "sku", "KMJ-1"),
                                event("REMOVED_FROM_CART", "sku", "kmj-1"),
                                event("RECOMMENDATION_SHOWN", "productId", shirt),
                                event("RECOMMENDATION_CLICKED", "productId", shirt),
                                event("ORDER_PLACED", "orderId", order),
                                event("PRODUCT_VIEWED", "productId", Told.productId()))))
                .expect(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":8,\"unknown\":1,\"untimely\":0}");
        // Durable when answered: nothing is waited for here but the test's own consumer.
        eventually(() -> assertThat(told())
                .extracting(io.niaga.testsupport.Told::type)
                .containsExactly(
                        "product.searched.v1",
                        "result.clicked.v1",
                        "product.viewed.v1",
                        "cart.added.v1",
                        "cart.removed.v1",
                        "recommendation.shown.v1",
                        "recommendation.clicked.v1",
                        "session.ordered.v1"));
        assertThat(told().getFirst().text("/query")).isEqualTo("kemeja");
        assertThat(told().get(3).text("/productId")).isEqualTo(shirt);
        assertThat(told())
                .allSatisfy(each ->
                        assertThat(String.valueOf(each.body()) + each.headers()).doesNotContain(session, "budi"));
    }

    @Test
    void who_is_signed_in_is_told_by_id_and_a_guest_not_at_all() {
        String token = TestTokens.customer();
        UserId user = TestTokens.userOf(token);
        api.as(token)
                .post(PATH, batch(event("PRODUCT_VIEWED", "productId", shirt)))
                .expect(202);
        eventually(() -> assertThat(told()).hasSize(1));
        assertThat(told().getFirst().text("/userId")).isEqualTo(user.value());
        api.post(PATH, batch(event("PRODUCT_VIEWED", "productId", shirt))).expect(202);
        eventually(() -> assertThat(told()).hasSize(2));
        assertThat(told().getLast().text("/userId")).isEmpty();
    }

    @Test
    void without_consent_nothing_is_kept_and_consent_must_be_said() {
        Map<String, Object> batch = batch(event("PRODUCT_VIEWED", "productId", shirt));
        batch.put("consent", false);
        assertThat(api.post(PATH, batch).expect(204).body()).isEmpty();
        batch.remove("consent");
        api.post(PATH, batch).expectProblem(400, "INVALID_REQUEST");
        batch.put("consent", true);
        api.post(PATH, batch).expect(202);
        // The one with consent is the first that was told.
        eventually(() -> assertThat(told()).hasSize(1));
    }

    @Test
    void the_same_told_again_is_the_same_event() {
        Map<String, Object> batch = batch(event("PRODUCT_VIEWED", "productId", shirt));
        api.post(PATH, batch).expect(202);
        api.post(PATH, batch).expect(202);
        eventually(() -> assertThat(told()).hasSize(2));
        assertThat(told().getFirst().headers().get("ce_id"))
                .isEqualTo(told().getLast().headers().get("ce_id"));
    }

    @Test
    void times_that_cannot_be_are_dropped() {
        Map<String, Object> old = event("PRODUCT_VIEWED", "productId", shirt);
        old.put("at", Instant.now().minusSeconds(90_000).toString());
        Map<String, Object> coming = event("PRODUCT_VIEWED", "productId", shirt);
        coming.put("at", Instant.now().plusSeconds(900).toString());
        assertThat(api.post(PATH, batch(List.of(old, coming))).expect(202).body())
                .isEqualTo("{\"accepted\":0,\"unknown\":0,\"untimely\":2}");
    }

    @Test
    void products_of_another_store_are_unknown() {
        StoreId other = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        Map<String, Object> batch = batch(event("PRODUCT_VIEWED", "productId", shirt));
        batch.put("storeId", other.value());
        assertThat(api.post(PATH, batch).expect(202).text("/unknown")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "SEARCHED,sku,KMJ-1",
        "PRODUCT_VIEWED,query,kemeja",
        "PRODUCT_VIEWED,productId,ord_1",
        "ORDER_PLACED,orderId,1",
        "GUESSED,productId,prd_1"
    })
    void what_lacks_its_subject_is_refused(String type, String field, String value) {
        api.post(PATH, batch(event(type, field, value))).expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void sizes_are_bounded() {
        Map<String, Object> view = event("PRODUCT_VIEWED", "productId", shirt);
        assertThat(api.post(PATH, batch(Collections.nCopies(50, view)))
                        .expect(202)
                        .text("/accepted"))
                .isEqualTo("50");
        api.post(PATH, batch(Collections.nCopies(51, view))).expectProblem(400, "INVALID_REQUEST");
        api.post(PATH, batch(List.of())).expectProblem(400, "INVALID_REQUEST");
        api.post(PATH, batch(event("SEARCHED", "query", "a".repeat(201)))).expectProblem(400, "INVALID_REQUEST");
        Map<String, Object> batch = batch(view);
        for (String bad : List.of("short", "a".repeat(129), "with spaces in between", "budi@example.com")) {
            batch.put("sessionId", bad);
            api.post(PATH, batch).expectProblem(400, "INVALID_REQUEST");
        }
    }
}
