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
        assertThat(place.path("responses").propertyNames())
                .contains("201", "400", "401", "403", "409", "413", "415", "422", "503");
        assertThat(place.at("/responses/201/content").propertyNames()).containsExactly("application/json");
        assertThat(place.path("security")).hasSize(4);
        assertThat(document.at("/paths/~1v1~1notes/get/parameters"))
                .extracting(p -> p.path("name").asString())
                .containsExactly("limit", "after");
        assertThat(document.at("/paths/~1v1~1notes~1{id}/patch/responses").propertyNames())
                .contains("412", "428");
    }

    @Test
    void a_record_says_what_is_required_and_what_may_be_null() {
        JsonNode note = document.at("/components/schemas/NoteJson");
        assertThat(note.path("required"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("title", "stars", "colour", "lines");
        assertThat(note.at("/properties/text/type"))
                .extracting(JsonNode::asString)
                .containsExactly("string", "null");
        assertThat(note.at("/properties/price/properties/amount/type").asString())
                .isEqualTo("string");
        assertThat(document.at("/components/schemas/NoteJsonLine/properties/sku/pattern")
                        .asString())
                .isNotBlank();
    }

    @Test
    void every_problem_has_one_schema() {
        assertThat(document.at("/components/responses/Problem/content").propertyNames())
                .containsExactly("application/problem+json");
        assertThat(document.at("/components/schemas/ProblemJson/properties").propertyNames())
                .contains("code", "errors", "traceId")
                .doesNotContain("resources");
    }
}
