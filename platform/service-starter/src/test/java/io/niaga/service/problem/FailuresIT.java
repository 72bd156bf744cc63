package io.niaga.service.problem;

import static io.niaga.service.sample.Sample.get;
import static io.niaga.service.sample.Sample.request;
import static io.niaga.service.sample.Sample.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresIT {
    private static final String STORE = "sto_01kavf8g00e4ttm0nbdjqsmn0n";
    private static final String NOTE = "not_01kavf8g00e4ttm0nbdjqsmn0n";

    private static void expect(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(ProblemShape.of(answer).path("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/nothing",
                "/",
                "/error",
                "/favicon.ico",
                "/actuator/health",
                "/v1/notes/x",
                "/v1/notes/NOT_01kavf8g00e4ttm0nbdjqsmn0n",
                "/v1/notes/not_91kavf8g00e4ttm0nbdjqsmn0n",
                "/v1/notes/ord_01kavf8g00e4ttm0nbdjqsmn0n",
                "/v1/stores/x/items/A",
                "/v1/stores/" + STORE + "/items/A%20B"
            })
    void what_cannot_exist_is_not_found(String path) {
        expect(get(path), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/stores/" + STORE + "/items/A?count=x, count",
        "/v1/stores/" + STORE + "/items/A?count=99999999999, count",
        "/v1/required, store",
        "/v1/required?store=x, store",
        "/v1/required?store=" + STORE + ", X-Needed",
        "/v1/notes?limit=0, limit",
        "/v1/notes?limit=101, limit",
        "/v1/notes?limit=-1, limit",
        "/v1/notes?limit=ten, limit",
        "/v1/notes?after=%00, after",
        "/v1/notes?after=!!, after",
        "/v1/notes?after=gICA, after"
    })
    void a_wrong_parameter_is_named(String path, String parameter) {
        HttpResponse<String> answer = get(path);
        expect(answer, 400, "INVALID_PARAMETER");
        assertThat(ProblemShape.of(answer).path("params").path("parameter").asString())
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/notes?limit=%ff%fe",
                "/v1//notes",
                "/v1/notes;x=1",
                "/v1/%2e%2e/notes",
                "/v1/notes/a%2Fb",
                "/v1/notes%00"
            })
    void an_address_full_of_tricks_is_refused(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        ProblemShape.of(answer);
    }

    @Test
    void a_method_that_is_not_offered_says_which_are() {
        HttpResponse<String> answer = send(request("/v1/notes").DELETE());
        expect(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void only_offered_media_types_are_answered_and_understood() {
        expect(get("/v1/notes", "Accept", "text/csv"), 406, "NOT_ACCEPTABLE");
        expect(typed("text/csv"), 415, "UNSUPPORTED_MEDIA_TYPE");
        expect(typed("not a media type"), 415, "UNSUPPORTED_MEDIA_TYPE");
        expect(typed("multipart/form-data"), 415, "UNSUPPORTED_MEDIA_TYPE");
        HttpResponse<String> get = get("/v1/notes", "Content-Type", "multipart/form-data");
        assertThat(get.statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> typed(String mediaType) {
        return send(request("/v1/notes").header("Content-Type", mediaType).POST(BodyPublishers.ofString("{}")));
    }

    @Test
    void a_problem_has_nothing_of_the_answer_that_could_not_be_written() {
        HttpResponse<String> answer = send(request("/v1/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "not-acceptable")
                .header("Accept", "text/csv")
                .POST(BodyPublishers.ofString("{\"item\":\"a\",\"quantity\":1}")));
        expect(answer, 406, "NOT_ACCEPTABLE");
        assertThat(answer.headers().map()).doesNotContainKeys("etag", "location");
    }

    @Test
    void a_problem_is_answered_as_such_whatever_is_accepted() {
        expect(get("/v1/nothing", "Accept", "text/csv"), 404, "NOT_FOUND");
        expect(get("/v1/nothing", "Accept", "garbage"), 404, "NOT_FOUND");
    }

    @Test
    void a_body_that_is_too_large_is_refused_announced_or_not() {
        byte[] large = new byte[1_100_000];
        java.util.Arrays.fill(large, (byte) ' ');
        HttpResponse<String> announced = send(request("/v1/notes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(large)));
        expect(announced, 413, "PAYLOAD_TOO_LARGE");
        HttpResponse<String> chunked = send(request("/v1/notes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
        expect(chunked, 413, "PAYLOAD_TOO_LARGE");
        assertThat(ProblemShape.of(chunked).path("params").path("limit").asInt())
                .isEqualTo(1_048_576);
    }

    @Test
    void a_defect_is_ours_and_tells_nothing() {
        HttpResponse<String> answer = get("/v1/failures/defect");
        expect(answer, 500, "INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("4711", "Exception");
    }

    @Test
    void thrown_problems_keep_their_status_and_say_when_to_come_back() {
        expect(get("/v1/failures/stale"), 409, "CONCURRENT_CHANGE");
        HttpResponse<String> forbidden = get("/v1/failures/problem");
        expect(forbidden, 403, "FORBIDDEN");
        assertThat(ProblemShape.of(forbidden).path("detail").asString()).isEqualTo("You may not do that here.");
        HttpResponse<String> unavailable = get("/v1/failures/unavailable");
        expect(unavailable, 503, "SERVICE_UNAVAILABLE");
        assertThat(unavailable.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> tooMany = get("/v1/failures/too-many");
        expect(tooMany, 429, "TOO_MANY_REQUESTS");
        assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void a_problem_belongs_to_the_callers_trace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer = get("/v1/notes/x", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        assertThat(ProblemShape.of(answer).path("traceId").asString()).isEqualTo(trace);
        HttpResponse<String> broken = get("/v1/notes/x", "traceparent", "00-zz-00f067aa0ba902b7-01");
        assertThat(ProblemShape.of(broken).path("traceId").asString()).isNotEqualTo(trace);
    }

    @Test
    void head_has_the_status_without_a_body() {
        HttpResponse<String> answer = send(request("/v1/notes/x").method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(send(request("/v1/notes/" + NOTE).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }
}
