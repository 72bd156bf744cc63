package io.niaga.testsupport.tiny;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TinyIT {
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
        api.put("/v1/things/t1", Map.of("a", 1)).expect(200);
        assertThat(mongo.findById("t1", org.bson.Document.class, "things")).containsEntry("text", "{\"a\":1}");
        eventually(() -> assertThat(TestEvents.told("niaga.order.v1", "t1"))
                .singleElement()
                .satisfies(told -> assertThat(told.text("/a")).isEqualTo("1")));
    }

    @Test
    void what_a_service_is_told_is_heard() {
        TestEvents.tell("niaga.payment.v1", "pay_1", "payment.assured.v1", 1, Map.of("orderId", "ord_1"));
        eventually(() -> assertThat(mongo.findById("pay_1", org.bson.Document.class, "heard"))
                .isNotNull());
    }

    @Test
    @Order(1)
    void its_clock_is_the_test_s() {
        clock.set(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(api.get("/v1/now").text("/now")).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(TestTokens.operator()).isNotBlank();
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
}
