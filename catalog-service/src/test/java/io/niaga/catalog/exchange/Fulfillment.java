package io.niaga.catalog.exchange;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import io.niaga.testsupport.Neighbours;

/** Fulfillment, as imports meet it. */
public final class Fulfillment {
    static final String COUNTS = "/fulfillment/internal/v1/stock-counts";

    private Fulfillment() {}

    public static void counts(String outcome, String code) {
        String item = "{\"sku\":\"{{i.sku}}\",\"outcome\":\"" + outcome + "\",\"code\":"
                + (code == null ? "null" : "\"" + code + "\"") + "}";
        String body = "{\"items\":[{{#each (jsonPath request.body '$.items') as |i|}}{{#unless @first}},{{/unless}}"
                + item + "{{/each}}]}";
        Neighbours.server()
                .stubFor(post(COUNTS)
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withTransformers("response-template")
                                .withBody(body)));
    }

    static void away() {
        Neighbours.server().stubFor(post(COUNTS).willReturn(aResponse().withStatus(503)));
    }
}
