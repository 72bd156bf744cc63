package io.niaga.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.json.CommerceJsonModule;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
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
}
