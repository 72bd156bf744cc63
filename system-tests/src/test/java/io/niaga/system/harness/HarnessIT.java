package io.niaga.system.harness;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.testsupport.FaultProxy;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handles do what they say, for otherwise no proof that uses them proves anything. */
@SystemIT
class HarnessIT {
    private final SystemStack stack;

    HarnessIT(SystemStack stack) {
        this.stack = stack;
    }

    @AfterEach
    void heal() {
        stack.heal();
        assertThat(stack.dead()).isEmpty();
    }

    @Test
    void signs_in_reads_documents_and_hears_events() {
        assertThat(stack.as("admin")
                        .get("/v1/stores/" + SystemStack.STORE)
                        .expect(200)
                        .text("/currency"))
                .isEqualTo("IDR");
        assertThat(stack.database("catalog-service").listCollectionNames()).contains("products");
        eventually(() -> assertThat(stack.told(Topics.PRODUCT)).isNotEmpty());
    }

    @Test
    void a_killed_service_is_gone_and_comes_back() {
        long before = stack.pid("loyalty-service");
        stack.kill("loyalty-service");
        assertThat(stack.dead()).containsExactly("loyalty-service");
        stack.start("loyalty-service");
        assertThat(stack.pid("loyalty-service")).isNotEqualTo(before);
        assertThat(stack.isReady("loyalty-service")).isTrue();
    }

    @Test
    void a_frozen_service_runs_and_says_nothing() {
        stack.freeze("loyalty-service");
        assertThat(stack.dead()).isEmpty();
        assertThat(stack.isReady("loyalty-service")).isFalse();
        stack.thaw("loyalty-service");
        stack.awaitReady("loyalty-service");
    }

    @Test
    void a_line_between_two_services_can_be_cut() {
        FaultProxy line = stack.between("gateway", "loyalty-service");
        stack.as("buyer").get("/v1/members/me").expect(200);
        line.refuse();
        stack.as("buyer").get("/v1/members/me").expectProblem(503, "UPSTREAM_UNAVAILABLE");
        line.heal();
        eventually(() -> stack.as("buyer").get("/v1/members/me").expect(200));
    }

    @Test
    void a_service_can_be_started_otherwise_and_heals_to_what_it_was() {
        stack.start("gateway", Map.of("NIAGA_QUOTA_READ", "7"));
        assertThat(stack.api().get("/v1/products").header("RateLimit-Policy").orElse(""))
                .contains("q=7");
        stack.heal();
        assertThat(stack.api().get("/v1/products").header("RateLimit-Policy").orElse(""))
                .doesNotContain("q=7;");
    }
}
