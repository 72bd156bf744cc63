package io.niaga.testsupport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiTest {
    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final Api api = Api.at(SERVER.baseUrl());

    @Test
    void sends_the_token_the_version_and_the_body() {
        SERVER.stubFor(patch(urlEqualTo("/v1/products/1"))
                .withHeader("Authorization", equalTo("Bearer t"))
                .withHeader("If-Match", equalTo("\"3\""))
                .withHeader("Content-Type", equalTo("application/merge-patch+json"))
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.equalToJson("{\"a\":1}"))
                .willReturn(
                        aResponse().withStatus(200).withHeader("ETag", "\"4\"").withBody("{\"id\":\"x\",\"n\":null}")));
        Answer answer = api.as("t")
                .with("If-Match", "\"3\"")
                .patch("/v1/products/1", Map.of("a", 1))
                .expect(200);
        assertThat(answer.etag()).isEqualTo("\"4\"");
        assertThat(answer.text("/id")).isEqualTo("x");
        assertThat(answer.json("/n").isNull()).isTrue();
        assertThatThrownBy(() -> answer.json("/none")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> answer.expect(201)).hasMessageContaining("{\"id\":\"x\"");
    }

    @Test
    void a_problem_must_be_complete() {
        String problem = """
                {"type":"/problems/GONE","title":"t","status":409,"detail":"d","instance":"/x","code":"GONE","traceId":"a"}""";
        answers(409, "application/problem+json", problem);
        api.get("/x").expectProblem(409, "GONE");
        assertThatThrownBy(() -> api.get("/x").expectProblem(409, "OTHER")).isInstanceOf(AssertionError.class);
        for (String[] flawed : new String[][] {
            {"application/json", problem},
            {"application/problem+json", "nope"},
            {"application/problem+json", problem.replace("traceId", "trace")},
            {"application/problem+json", problem.replace("409", "400")},
            {"application/problem+json", problem.replace("\"GONE\"", "\"gone\"")}
        }) {
            answers(409, flawed[0], flawed[1]);
            assertThatThrownBy(() -> api.get("/x").expectProblem())
                    .as(flawed[1])
                    .isInstanceOf(AssertionError.class);
        }
        answers(401, "application/problem+json", problem.replace("409", "401"));
        assertThatThrownBy(() -> api.get("/x").expectProblem()).hasMessageContaining("WWW-Authenticate");
    }

    private static void answers(int status, String type, String body) {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", type)
                        .withBody(body)));
    }
}
