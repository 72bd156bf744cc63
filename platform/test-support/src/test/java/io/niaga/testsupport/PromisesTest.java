package io.niaga.testsupport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PromisesTest {
    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String DOCUMENT = """
            {"paths": {
              "/v1/orders/{id}": {"put": {
                "parameters": [{"in": "header", "name": "Idempotency-Key", "required": true}],
                "security": [{"bearer": []}, {"orderToken": []}],
                "responses": {
                  "201": {"headers": {"Location": {"required": true}, "Order-Token": {}},
                          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}},
                  "503": {"$ref": "#/components/responses/Busy"}}},
                "patch": {"responses": {"503": {}}}},
              "/v1/orders/mine": {"put": {"responses": {"204": {}}}}},
             "components": {
               "responses": {"Busy": {"headers": {"Retry-After": {}}}},
               "schemas": {"Order": {
                 "type": "object", "required": ["id"],
                 "properties": {"id": {"type": "string", "pattern": "^ord_[0-9]+$"},
                                "state": {"type": ["string", "null"], "enum": ["OPEN", null]},
                                "lines": {"type": "array", "items": {"type": "integer"}}}}}}}""";

    private final Api api =
            Api.at(SERVER::baseUrl, () -> Optional.of(new Promises(new ApiDocument(Json.read(DOCUMENT)))));
    private final Api buyer = api.with("Order-Token", "t").once("k");

    @Test
    void an_answer_as_promised_is_let_through() {
        answers(order("{\"id\":\"ord_1\",\"state\":null,\"lines\":[1]}"));
        buyer.put("/v1/orders/ord_1", "{}").expect(201);
        answers(aResponse().withStatus(503).withHeader("Retry-After", "2"));
        api.put("/v1/orders/ord_1", "{}").expect(503);
        answers(aResponse().withStatus(204));
        api.put("/v1/orders/mine", "{}").expect(204);
        api.put("/v1/unknown", "{}").expect(204);
    }

    @Test
    void another_status_or_header_is_not() {
        answers(aResponse().withStatus(200));
        fails(buyer, "there is no 200");
        answers(aResponse().withStatus(503).withHeader("ETag", "\"1\""));
        fails(buyer, "503 has no ETag");
        answers(aResponse().withStatus(201));
        fails(buyer, "201 always has Location");
    }

    @Test
    void a_success_without_what_is_demanded_is_not() {
        answers(order("{\"id\":\"ord_1\"}"));
        fails(api.once("k"), "nobody gets in but by");
        fails(api.as("t"), "it needs Idempotency-Key");
        answers(aResponse().withStatus(503).withBody("{\"code\":\"IDEMPOTENCY_KEY_REQUIRED\"}"));
        assertThatThrownBy(() -> api.patch("/v1/orders/ord_1", "{}")).hasMessageContaining("Idempotency-Key is needed");
    }

    @Test
    void a_body_of_another_shape_is_not() {
        for (String[] flawed : new String[][] {
            {"{}", "has no \"id\""},
            {"{\"id\":1}", "/id is no \"string\""},
            {"{\"id\":\"x\"}", "/id does not match"},
            {"{\"id\":\"ord_1\",\"state\":\"SHUT\"}", "/state is not among"},
            {"{\"id\":\"ord_1\",\"lines\":[\"x\"]}", "/lines/0 is no \"integer\""},
            {"{\"id\":\"ord_1\",\"secret\":1}", "has secret, which nobody knows"}
        }) {
            answers(order(flawed[0]));
            fails(buyer, flawed[1]);
        }
        answers(order("{\"id\":\"ord_1\"}").withHeader("Content-Type", "application/hal+json"));
        fails(buyer, "201 is no application/hal+json");
        answers(order("<p>id</p>").withHeader("Content-Type", "text/html;charset=utf-8"));
        fails(buyer, "201 is no text/html");
        answers(order(""));
        fails(buyer, "201 always has a body");
    }

    private static ResponseDefinitionBuilder order(String body) {
        return aResponse()
                .withStatus(201)
                .withHeader("Location", "/v1/orders/ord_1")
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static void fails(Api caller, String why) {
        assertThatThrownBy(() -> caller.put("/v1/orders/ord_1", "{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }
}
