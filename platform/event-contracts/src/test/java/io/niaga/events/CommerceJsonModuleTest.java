package io.niaga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.events.json.CommerceJsonModule;
import io.niaga.types.Money;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CommerceJsonModuleTest {
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new CommerceJsonModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Line(Sku sku, Quantity quantity, Money price) {}

    @Test
    void values_look_as_the_api_promises() {
        Line line = new Line(Sku.of("KMJ-1"), Quantity.of(2), Money.of("149900", "IDR"));
        String text = json.writeValueAsString(line);
        assertThat(text)
                .isEqualTo(
                        "{\"sku\":\"KMJ-1\",\"quantity\":2,\"price\":{\"amount\":\"149900.00\",\"currency\":\"IDR\"}}");
        assertThat(json.readValue(text, Line.class)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"price\":1}",
                "{\"price\":{\"amount\":1,\"currency\":\"IDR\"}}",
                "{\"price\":{\"amount\":\"1\"}}",
                "{\"price\":{\"amount\":\"1\",\"currency\":\"XX\"}}",
                "{\"price\":{\"amount\":\"1\",\"currency\":\"IDR\",\"tax\":{}}}",
                "{\"price\":{\"amount\":{},\"currency\":\"IDR\"}}",
                "{\"quantity\":\"2\"}",
                "{\"quantity\":2.5}",
                "{\"quantity\":-1}",
                "{\"quantity\":99999999999999999999999}",
                "{\"sku\":5}",
                "{\"sku\":\"a b\"}"
            })
    void anything_else_is_refused_where_it_stands(String text) {
        assertThatThrownBy(() -> json.readValue(text, Line.class))
                .isInstanceOfSatisfying(
                        DatabindException.class, e -> assertThat(e.getPath()).isNotEmpty());
    }
}
