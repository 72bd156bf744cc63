package io.niaga.testsupport.tiny;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.payments.PaymentCapturedV1;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.BadInput;
import io.niaga.testsupport.Contents;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.FixedIds;
import io.niaga.testsupport.HostileTokens;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TinyIT {
    private static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    private static final String ID = FixedIds.nth("thg", 7).toString();
    private static final String PUT = "/v1/things/" + ID + "?store=" + STORE;
    private static final Map<String, Object> THING = Map.of(
            "name",
            "a",
            "count",
            1,
            "price",
            Map.of("amount", "1.00", "currency", "USD"),
            "sku",
            "A-1",
            "parts",
            List.of());

    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    MongoTemplate mongo;

    @Value("${tiny.client-id}")
    String clientId;

    @Value("${tiny.catalog}")
    String catalog;

    @Value("${tiny.self}")
    String self;

    @Test
    void what_a_service_keeps_and_tells_is_seen() {
        api.as(TestTokens.member(Role.SELLER, STORE)).put(PUT, THING).expect(200);
        assertThat(api.get("/v1/things/" + ID).expect(200).text("/name")).isEqualTo("a");
        eventually(() -> assertThat(TestEvents.told(Topics.STOCK, ID))
                .extracting(Told::type, t -> t.text("/name"))
                .contains(org.assertj.core.api.Assertions.tuple("thing.put.v1", "a")));
    }

    @Test
    void what_a_service_is_told_is_heard() {
        String body = """
                {"paymentId":"pay_1","orderId":"ord_1","storeId":"sto_1","amount":{"amount":"1.00","currency":"USD"},
                 "at":"2026-11-24T10:00:00Z"}""";
        TestEvents.tell(Topics.PAYMENT, "pay_1", PaymentCapturedV1.TYPE, 1, body);
        eventually(() ->
                assertThat(mongo.findById("pay_1", Document.class, "heard")).isNotNull());
    }

    @Test
    void hostile_tokens_are_refused_and_the_others_are_not() {
        HostileTokens.all()
                .forEach(
                        (why, token) -> assertThat(api.as(token).put(PUT, THING).status())
                                .as(why)
                                .isEqualTo(401));
        api.as(TestTokens.operator()).put(PUT, THING).expect(200);
        api.as(TestTokens.customer()).put(PUT, THING).expectProblem(403, "FORBIDDEN");
        api.put(PUT, THING).expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    @Order(1)
    void its_clock_is_the_test_s_and_tokens_follow_it() {
        clock.set(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(api.get("/v1/now").text("/now")).isEqualTo("2030-01-01T00:00:00Z");
        api.as(TestTokens.operator()).put(PUT, THING).expect(200);
        Neighbours.server().stubFor(get("/catalog/x").willReturn(okJson("{}")));
    }

    @Test
    @Order(2)
    void and_is_put_right_before_the_next_test() {
        assertThat(Instant.parse(api.get("/v1/now").text("/now")))
                .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(Duration.ofSeconds(5)));
        Api.at(catalog).get("/x").expect(404);
    }

    @Test
    void its_settings_are_those_of_a_service_process() {
        assertThat(clientId).isEqualTo("tiny-service");
        assertThat(api.get("/v1/now").text("/database")).startsWith("it_");
        Neighbours.server().stubFor(get("/catalog/y").willReturn(okJson("{\"b\":2}")));
        assertThat(Api.at(catalog).get("/y").expect(200).text("/b")).isEqualTo("2");
        assertThat(Api.at(self).get("/v1/now").expect(200).text("/database")).startsWith("it_");
    }

    @TestFactory
    Stream<DynamicTest> bad_input() {
        return BadInput.of(api, "tiny")
                .with("store", STORE.value())
                .with("id", ID)
                .unchanged(() -> Contents.of(mongo.getDb(), "heard"))
                .tests();
    }
}
