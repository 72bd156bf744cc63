package io.niaga.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.json.CommerceJsonModule;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.TypeId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemJsonTest {
    record Offer(String id, Money price) {}

    @Test
    void a_resource_among_the_parameters_is_a_member_of_its_own() {
        JsonMapper json =
                JsonMapper.builder().addModule(new CommerceJsonModule()).build();
        ProblemJson problem = ProblemJson.of(
                CommonProblem.CONCURRENT_CHANGE
                        .with("skus", List.of("A"))
                        .with("offer", new Offer("quo_1", Money.ofMinor(100, "IDR"))),
                "/v1/orders",
                null);

        JsonNode written = json.readTree(json.writeValueAsBytes(problem));

        assertThat(written.at("/offer/id").asString()).isEqualTo("quo_1");
        assertThat(written.at("/params/skus/0").asString()).isEqualTo("A");
        assertThat(written.at("/params/offer").isMissingNode()).isTrue();
        assertThat(written.has("resources")).isFalse();
        assertThat(written.has("errors")).isFalse();
    }

    record OfferId(String value) {
        @Override
        public String toString() {
            return value;
        }
    }

    @Test
    void values_stay_parameters_and_ids_are_text() {
        JsonMapper json =
                JsonMapper.builder().addModule(new CommerceJsonModule()).build();
        JsonNode params = json.readTree(json.writeValueAsBytes(ProblemJson.of(
                        CommonProblem.CONCURRENT_CHANGE
                                .with("sku", Sku.of("A"))
                                .with("limit", Money.ofMinor(100, "IDR"))
                                .with("offer", new OfferId("quo_1"))
                                .with("order", TypeId.parse("ord", "ord_01kavf8g00e4ttm0nbdjqsmn0n")),
                        "/v1/orders",
                        null)))
                .path("params");

        assertThat(params.path("sku").asString()).isEqualTo("A");
        assertThat(params.at("/limit/amount").asString()).isEqualTo("1.00");
        assertThat(params.path("offer").asString()).isEqualTo("quo_1");
        assertThat(params.path("order").asString()).isEqualTo("ord_01kavf8g00e4ttm0nbdjqsmn0n");
    }
}
