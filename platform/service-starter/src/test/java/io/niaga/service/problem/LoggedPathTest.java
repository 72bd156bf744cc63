package io.niaga.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggedPathTest {
    private static final String ORDER = "ord_01kavf8g00e4ttm0nbdjqsmn0n";

    @Test
    void ids_stay() {
        assertThat(LoggedPath.of("/v1/orders/" + ORDER + "/timeline", "/v1/orders/{id}/timeline"))
                .isEqualTo("/v1/orders/" + ORDER + "/timeline");
        assertThat(LoggedPath.of("/v1/orders/" + ORDER, null)).isEqualTo("/v1/orders/" + ORDER);
    }

    @Test
    void what_somebody_put_there_does_not() {
        assertThat(LoggedPath.of("/v1/products/by-slug/budi@example.com", "/v1/products/by-slug/{slug}"))
                .isEqualTo("/v1/products/by-slug/{slug}");
        assertThat(LoggedPath.of("/v1/orders/budi", null)).isEqualTo("/v1/orders/…");
        assertThat(LoggedPath.of("/v1/orders/budi@example.com/timeline", null)).isEqualTo("/v1/orders/…/…");
        assertThat(LoggedPath.of("/budi@example.com", null)).isEqualTo("/…");
    }

    @Test
    void a_pattern_of_another_length_says_nothing() {
        assertThat(LoggedPath.of("/v1/x/budi@example.com", "/**")).isEqualTo("/v1/x/…");
    }
}
