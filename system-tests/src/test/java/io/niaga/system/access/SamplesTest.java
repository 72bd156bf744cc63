package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.access.RequestFields.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code NaughtyIT}, {@code AttacksIT} and {@code OutboundIT} try what access.yml and they themselves name: nothing is left out. */
class SamplesTest {
    /** Places of a text that no row has, and why. */
    private static final Map<String, String> LEFT_OUT = new HashMap<>();

    static {
        for (String part : List.of(
                "/amount/amount",
                "/amount/currency",
                "/refundId",
                "/events/*/amount/amount",
                "/events/*/amount/currency",
                "/events/*/refundId",
                "/events/*/type")) {
            LEFT_OUT.put(
                    "POST /v1/sandbox/payments/{id}/events " + part,
                    "lets the sandbox's provider be wrong, which the books then show; payment-service tries them");
        }
        for (String part : List.of(
                "/createdAt",
                "/detail/amount/amount",
                "/detail/amount/currency",
                "/detail/reference",
                "/detail/refund",
                "/id",
                "/type")) {
            LEFT_OUT.put(
                    "POST /v1/payment-webhooks/sandbox " + part,
                    "nobody's word is read whose signature is not the provider's; payment-service tries them");
        }
        for (String part : List.of("/countryCode", "/currency", "/languages/*", "/taxRate", "/timeZone")) {
            LEFT_OUT.put(
                    "PATCH /v1/stores/{id} " + part,
                    "others buy in this store; they are those of PUT /v1/stores/{id}, which opens one of its own");
        }
    }

    private final List<Field> fields = RequestFields.all();
    /** What NaughtyIT writes texts into, by operation. */
    private final Map<String, Set<String>> sampled = AccessTable.read().stream()
            .filter(Row::isWritten)
            .collect(Collectors.toMap(Row::call, SamplesTest::leaves, SamplesTest::both));

    private static Set<String> leaves(Row row) {
        return new HashSet<>(Trees.leaves(java.util.Objects.requireNonNull(row.body())));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private boolean isSampled(Field field) {
        return sampled.getOrDefault(field.call(), Set.of()).stream().anyMatch(field::holds);
    }

    @Test
    void every_text_that_a_request_may_hold_is_in_a_row() {
        Set<String> missing = new TreeSet<>();
        fields.stream()
                .filter(field -> field.path().startsWith("/") && field.isText() && !isSampled(field))
                .forEach(field -> missing.add(field.toString()));
        assertThat(missing).containsExactlyInAnyOrderElementsOf(LEFT_OUT.keySet());
    }

    @Test
    void of_every_map_some_name_is_in_a_row() {
        List<Field> maps = fields.stream()
                .filter(field -> field.path().startsWith("/") && field.isMap())
                .toList();
        assertThat(maps).extracting(Field::toString).contains("POST /v1/products /media/*/alt");
        assertThat(maps).allMatch(map -> isSampled(new Field(map.call(), map.path() + "/*", map.schema())));
    }

    @Test
    void every_body_has_a_schema() {
        assertThat(fields).noneMatch(Field::isFree);
    }

    @Test
    void every_address_that_a_request_may_hold_is_handed_in() {
        Set<String> addresses =
                fields.stream().filter(Field::isAddress).map(Field::toString).collect(Collectors.toSet());
        assertThat(addresses).isEqualTo(OutboundIT.ADDRESSES);
    }

    @Test
    void places_are_found_wherever_a_schema_may_have_them() {
        JsonNode document = new YAMLMapper().readTree("""
                paths:
                  /v1/things:
                    post:
                      parameters:
                      - {name: callbackUri, in: query, schema: {type: string}}
                      requestBody:
                        content:
                          application/json:
                            schema: {$ref: "#/components/schemas/Thing"}
                components:
                  schemas:
                    Thing:
                      properties:
                        lines: {items: {oneOf: [{$ref: "#/components/schemas/Line"}]}, type: array}
                        home: {format: uri, type: [string, "null"]}
                        id: {readOnly: true, type: string}
                    Line:
                      properties:
                        texts: {additionalProperties: {type: string}, type: object}
                """);
        List<Field> found = RequestFields.of(document);
        assertThat(found.stream().filter(Field::isText))
                .extracting(Field::path)
                .containsExactlyInAnyOrder("?callbackUri", "/lines/*/texts/*", "/home");
        assertThat(found.stream().filter(Field::isAddress))
                .extracting(Field::path)
                .containsExactlyInAnyOrder("?callbackUri", "/home");
        assertThat(found.stream().filter(Field::isMap)).extracting(Field::path).containsExactly("/lines/*/texts");
        Field text = found.stream()
                .filter(field -> field.path().endsWith("/texts/*"))
                .findFirst()
                .orElseThrow();
        assertThat(text.holds("/lines/0/texts/id")).isTrue();
        assertThat(text.holds("/lines/0/texts")).isFalse();
        assertThat(text.holds("/lines/0/words/id")).isFalse();
    }

    @Test
    void a_field_is_added_to_an_object_wherever_it_is() {
        JsonNode body = new YAMLMapper().readTree("{a: 1, lines: [{sku: x, price: {amount: '1'}}], none: {}}");
        assertThat(Trees.objects(body)).containsExactly("", "/lines/0", "/lines/0/price", "/none");
        assertThat(Trees.plus(body, "", "b", "2"))
                .isEqualTo("{\"b\":2,\"a\":1,\"lines\":[{\"sku\":\"x\",\"price\":{\"amount\":\"1\"}}],\"none\":{}}");
        assertThat(Trees.plus(body, "/lines/0", "sku", "\"y\""))
                .isEqualTo(
                        "{\"a\":1,\"lines\":[{\"sku\":\"y\",\"sku\":\"x\",\"price\":{\"amount\":\"1\"}}],\"none\":{}}");
        assertThat(Trees.plus(body, "/none", "b", "2")).endsWith("\"none\":{\"b\":2}}");
    }
}
