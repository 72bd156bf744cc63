package io.niaga.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/products",
                "/v1/products/by-slug/kemeja-parang",
                "/v1/stock/A.B~C_d-1",
                "/v1/x/caf%C3%A9",
                "/v1/a%20b"
            })
    void plain_paths_pass(String path) {
        assertThat(PathRules.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1//products",
                "/v1/../internal",
                "/v1/%2e%2e/internal",
                "/v1/%2E%2e/internal",
                "/v1/x%2finternal",
                "/v1/x%5cinternal",
                "/v1/x%252e",
                "/v1/x;a=b",
                "/v1/x%3ba",
                "/v1/x%00",
                "/v1/x%0d%0a",
                "/v1/x\\y",
                "/v1/x%",
                "/v1/x%zz",
                "/v1/.."
            })
    void disguises_do_not(String path) {
        assertThat(PathRules.isPlain(path)).isFalse();
    }
}
