package io.niaga.service.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.niaga.service.sample.Sample.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import feign.Request;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.service.problem.ProblemShape;
import io.niaga.service.sample.Sample;
import io.niaga.service.sample.Tokens;
import io.niaga.service.sample.clients.CatalogClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteCallsIT {
    private static final String PATH = "/internal/v1/prices/A?fence=7";
    private static final String PRICE = """
            {"sku":"A","unitPrice":{"amount":"1500.00","currency":"IDR"},"image":null,"addedLater":true}""";

    @BeforeEach
    void forget() {
        CATALOG.resetAll();
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        CATALOG.stubFor(get(urlEqualTo(PATH)).willReturn(answer));
    }

    private static CatalogClient.Price ask() {
        return Sample.bean(CatalogClient.class).price("A", 7);
    }

    @Test
    void a_call_says_who_calls_for_whom_and_in_which_trace() {
        answers(okJson(PRICE));
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer = Sample.get(
                "/v1/catalog-prices/A",
                "Authorization",
                "Bearer " + Tokens.person(),
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01");
        assertThat(answer.statusCode()).isEqualTo(200);
        CATALOG.verify(getRequestedFor(urlEqualTo(PATH))
                .withHeader("Authorization", matching("Bearer .+\\..+\\..+"))
                .withHeader("On-Behalf-Of", equalTo("usr_01j3sv848hfan8qer14d2pf2db"))
                .withHeader("traceparent", matching("00-" + trace + "-[0-9a-f]{16}-01")));
    }

    @Test
    void our_own_token_is_fetched_once_and_again_when_it_is_refused() {
        answers(okJson(PRICE));
        ask();
        int fetched = Tokens.TOKEN_CALLS.get();
        ask();
        assertThat(Tokens.TOKEN_CALLS.get()).isEqualTo(fetched);
        answers(aResponse().withStatus(401));
        RemoteUnavailable refused = catchThrowableOfType(RemoteUnavailable.class, RemoteCallsIT::ask);
        assertThat(refused.outcomeUnknown()).isFalse();
        answers(okJson(PRICE));
        ask();
        assertThat(Tokens.TOKEN_CALLS.get()).isEqualTo(fetched + 1);
    }

    @Test
    void a_refusal_can_be_branched_on() {
        answers(aResponse()
                .withStatus(409)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("""
                {"type":"/problems/SOLD_OUT","status":409,"code":"SOLD_OUT","detail":"Sold out.","params":{"skus":["A"]},
                "errors":[{"pointer":"/lines/0","code":"SOLD_OUT","message":"none left"}]}"""));
        RemoteRefused refused = catchThrowableOfType(RemoteRefused.class, RemoteCallsIT::ask);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("SOLD_OUT");
        assertThat(refused.params()).containsEntry("skus", java.util.List.of("A"));
        assertThat(refused.errors()).singleElement().extracting("pointer").isEqualTo("/lines/0");
        HttpResponse<String> passedOn = Sample.get("/v1/catalog-prices/A");
        assertThat(passedOn.statusCode()).isEqualTo(409);
        assertThat(ProblemShape.of(passedOn).path("code").asString()).isEqualTo("SOLD_OUT");
    }

    @Test
    void a_failure_says_whether_the_request_may_have_been_carried_out() {
        answers(aResponse().withStatus(500));
        assertThat(unavailable().outcomeUnknown()).isTrue();
        answers(okJson(PRICE).withFixedDelay(1700));
        assertThat(unavailable().outcomeUnknown()).isTrue();
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(unavailable().outcomeUnknown()).isTrue();
        answers(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertThat(unavailable().outcomeUnknown()).isTrue();
        answers(aResponse().withStatus(404).withBody("<html>nobody here</html>"));
        assertThat(unavailable().outcomeUnknown()).isFalse();
        HttpResponse<String> answer = Sample.get("/v1/catalog-prices/A");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void an_answer_that_cannot_be_read_is_no_answer_and_no_fault_of_the_caller() {
        for (String answer : List.of("{\"sku\":\"A\",\"unitPrice\":\"much\"}", "{\"sku\":", "[]")) {
            answers(okJson(answer));
            assertThat(unavailable().outcomeUnknown()).as(answer).isTrue();
            assertThat(Sample.get("/v1/catalog-prices/A").statusCode())
                    .as(answer)
                    .isEqualTo(503);
        }
    }

    private static RemoteUnavailable unavailable() {
        return catchThrowableOfType(RemoteUnavailable.class, RemoteCallsIT::ask);
    }

    @Test
    void a_remote_that_fails_is_left_alone_for_a_while() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        CircuitBreaker breaker = CircuitBreaker.of(
                "x",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(Duration.ofMinutes(1))
                        .build());
        RemoteCalls calls = calls(breaker, 8);
        Request request =
                Request.create(Request.HttpMethod.GET, "http://127.0.0.1:" + nobody + "/", Map.of(), null, null, null);
        for (int i = 0; i < 4; i++) {
            RemoteUnavailable refused = catchThrowableOfType(RemoteUnavailable.class, () -> calls.call(request));
            assertThat(refused.outcomeUnknown()).isFalse();
            assertThat(refused).hasMessageContaining("Connect");
        }
        assertThat(catchThrowableOfType(RemoteUnavailable.class, () -> calls.call(request)))
                .hasMessageContaining("failed too often");
        assertThat(catchThrowableOfType(
                        RemoteUnavailable.class, () -> calls(breaker, 0).call(request)))
                .hasMessageContaining("too many");
    }

    @Test
    void of_several_addresses_one_that_is_away_is_passed_over() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        answers(okJson(PRICE));
        String both = "http://127.0.0.1:" + nobody + "," + CATALOG.baseUrl();
        RemoteCalls calls = calls(CircuitBreaker.ofDefaults("x"), Bulkhead.ofDefaults("x"), new Addresses(both));
        Request request = Request.create(Request.HttpMethod.GET, both + PATH, Map.of(), null, null, null);
        for (int i = 0; i < 5; i++) {
            assertThat(calls.call(request).status()).isEqualTo(200);
        }
        CATALOG.verify(5, getRequestedFor(urlEqualTo(PATH)));
    }

    private static RemoteCalls calls(CircuitBreaker breaker, Bulkhead bulkhead, Addresses addresses) {
        return new RemoteCalls(
                "x",
                addresses,
                HttpConnections.to(ClientsProperties.USUAL),
                breaker,
                bulkhead,
                new SimpleMeterRegistry());
    }

    private static RemoteCalls calls(CircuitBreaker breaker, int concurrency) {
        Bulkhead bulkhead = Bulkhead.of(
                "x",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(concurrency)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        return calls(breaker, bulkhead, new Addresses(null));
    }
}
