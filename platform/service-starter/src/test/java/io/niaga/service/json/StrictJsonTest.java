package io.niaga.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {
    private static final JsonMapper JSON = mapper();

    record Seen(Instant at) {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        StrictJson.apply(builder);
        return builder.build();
    }

    @Test
    void an_instant_is_written_in_any_offset() {
        Instant at = Instant.parse("2026-11-28T06:00:00Z");
        assertThat(JSON.readValue("{\"at\":\"2026-11-28T06:00:00Z\"}", Seen.class)
                        .at())
                .isEqualTo(at);
        assertThat(JSON.readValue("{\"at\":\"2026-11-28T13:00:00+07:00\"}", Seen.class)
                        .at())
                .isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "\"1\"", "\"\"", "\"2026-11-28\"", "true", "[]", "{}", "null"})
    void nothing_else_is_one(String other) {
        assertThatExceptionOfType(DatabindException.class)
                .isThrownBy(() -> JSON.readValue("{\"at\":" + other + "}", Seen.class));
    }
}
