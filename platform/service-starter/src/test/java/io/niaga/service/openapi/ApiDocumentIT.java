package io.niaga.service.openapi;

import static io.niaga.service.sample.Sample.get;
import static io.niaga.service.sample.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDocumentIT {
    private final JsonNode document = json(get("/v1/openapi/sample"));

    @Test
    void internal_and_technical_paths_are_not_in_it() {
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.path("paths").propertyNames())
                .contains("/v1/notes", "/v1/orders")
                .noneMatch(path -> path.startsWith("/internal") || path.equals("/error"));
    }

    @Test
    void an_operation_says_what_its_method_takes() {
        JsonNode place = document.at("/paths/~1v1~1orders/post");
        assertThat(place.path("operationId").asString()).isEqualTo("placeOrder");
        assertThat(place.path("summary").asString()).isEqualTo("Place order");
        assertThat(place.path("parameters"))
                .extracting(p -> p.path("name").asString())
                .containsExactly("Idempotency-Key");
        assertThat(place.at("/parameters/0/required").asBoolean()).isTrue();
        assertThat(place.path("responses").propertyNames())
                .contains("201", "400", "401", "403", "409", "413", "415", "422", "503")
                .doesNotContain("200", "412", "428");
        assertThat(place.at("/responses/201/content").propertyNames()).containsExactly("application/json");
        assertThat(place.path("security").valueStream().flatMap(way -> way.propertyNames().stream()))
                .containsExactly("bearer", "cartToken");
        assertThat(document.at("/paths/~1v1~1notes/get/parameters"))
                .extracting(p -> p.path("name").asString())
                .containsExactly("limit", "after");
        assertThat(document.at("/paths/~1v1~1notes~1{id}/patch/responses").propertyNames())
                .contains("412", "428");
        assertThat(document.at("/components/responses/Problem/headers").propertyNames())
                .containsExactly("Retry-After");
    }

    @Test
    void an_answer_says_which_headers_it_has() {
        JsonNode placed = document.at("/paths/~1v1~1orders/post/responses/201/headers");
        assertThat(placed.propertyNames())
                .containsExactlyInAnyOrder("ETag", "Location", "Order-Token", "Idempotency-Replayed");
        assertThat(placed.at("/Location/required").asBoolean()).isTrue();
        assertThat(placed.at("/Order-Token/required").asBoolean()).isFalse();
        JsonNode note = document.at("/paths/~1v1~1notes~1{id}/get/responses");
        assertThat(note.at("/200/headers/ETag/required").asBoolean()).isTrue();
        assertThat(note.at("/304/headers").propertyNames()).containsExactly("ETag");
        assertThat(document.at("/paths/~1v1~1notes/get/responses/200/headers").propertyNames())
                .containsExactly("Link");
    }

    @Test
    void a_record_says_what_is_required_and_what_may_be_null() {
        JsonNode note = document.at("/components/schemas/Note");
        assertThat(note.path("required"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("title", "stars", "colour", "lines");
        assertThat(note.at("/properties/text/type"))
                .extracting(JsonNode::asString)
                .containsExactly("string", "null");
        assertThat(note.at("/properties/price/anyOf").valueStream().map(JsonNode::toString))
                .containsExactly("{\"$ref\":\"#/components/schemas/Money\"}", "{\"type\":\"null\"}");
        assertThat(document.at("/components/schemas/Money/properties/amount/type")
                        .asString())
                .isEqualTo("string");
        assertThat(document.at("/components/schemas/NoteLine/properties/sku/pattern")
                        .asString())
                .isNotBlank();
    }

    @Test
    void a_text_says_what_it_may_be() {
        JsonNode item = document.at("/components/schemas/OrderRequest/properties/item");
        assertThat(item.path("minLength").asInt()).isEqualTo(1);
        assertThat(item.path("maxLength").asInt()).isEqualTo(40);
        assertThat(item.path("pattern").asString()).isEqualTo("^[^\\u0000-\\u001f\\u007f]*$");
    }

    @Test
    void nothing_of_a_patch_is_required() {
        JsonNode body = document.at("/paths/~1v1~1notes~1{id}/patch/requestBody/content");
        assertThat(body.at("/application~1merge-patch+json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/NotePatch");
        JsonNode patch = document.at("/components/schemas/NotePatch");
        assertThat(patch.path("required").isMissingNode()).isTrue();
        assertThat(patch.at("/properties/text/type"))
                .extracting(JsonNode::asString)
                .containsExactly("string", "null");
        assertThat(patch.at("/properties/price/anyOf/0/$ref").asString()).isEqualTo("#/components/schemas/MoneyPatch");
        assertThat(document.at("/components/schemas/MoneyPatch/required").isMissingNode())
                .isTrue();
        assertThat(patch.at("/properties/lines/items/$ref").asString()).isEqualTo("#/components/schemas/NoteLine");
        assertThat(document.at("/components/schemas/Money/required")).hasSize(2);
    }

    @Test
    void operations_stand_together_by_the_first_name_of_their_paths() {
        assertThat(document.at("/paths/~1v1~1catalog-prices~1{sku}/get/tags"))
                .extracting(JsonNode::asString)
                .containsExactly("Catalog prices");
        assertThat(document.at("/paths/~1v1~1stores~1{store}~1items~1{sku}/get/tags"))
                .extracting(JsonNode::asString)
                .containsExactly("Stores");
    }

    @Test
    void every_problem_has_one_schema() {
        assertThat(document.at("/components/responses/Problem/content").propertyNames())
                .containsExactly("application/problem+json");
        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .contains("code", "errors", "traceId")
                .doesNotContain("resources");
        assertThat(document.at("/components/schemas/Problem/additionalProperties/type")
                        .asString())
                .isEqualTo("object");
    }
}
