package io.niaga.service.problem;

import static io.niaga.service.sample.Sample.json;
import static io.niaga.service.sample.Sample.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.service.sample.Sample;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RefusedJsonIT {
    private static final String GOOD = """
            {"title":"t","stars":1,"colour":"RED","lines":[{"sku":"A","quantity":1}]}""";

    static Stream<Arguments> refused() {
        return Stream.of(
                row("", "MALFORMED_REQUEST", null),
                row("{", "MALFORMED_REQUEST", null),
                row("nonsense", "MALFORMED_REQUEST", null),
                row("{'title':'t'}", "MALFORMED_REQUEST", null),
                row("{\"title\":\"a\",\"title\":\"b\"}", "MALFORMED_REQUEST", null),
                row(GOOD + "{}", "MALFORMED_REQUEST", null),
                row("[".repeat(10_000), "INVALID_REQUEST", ""),
                row("{\"text\":" + "[".repeat(100) + "]".repeat(100) + "}", "INVALID_REQUEST", "/text"),
                row("{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}", "MALFORMED_REQUEST", null),
                row("{\"stars\":" + "9".repeat(500) + "}", "MALFORMED_REQUEST", null),
                row("null", "MALFORMED_REQUEST", null),
                row("[]", "INVALID_REQUEST", ""),
                row("\"text\"", "INVALID_REQUEST", ""),
                row("{}", "INVALID_REQUEST", "/title"),
                row(with("\"title\":\"t\"", "\"title\":null"), "INVALID_REQUEST", "/title"),
                row(with("\"title\":\"t\"", "\"title\":\" \""), "INVALID_REQUEST", "/title"),
                row(with("\"title\":\"t\"", "\"title\":17"), "INVALID_REQUEST", "/title"),
                row(with("\"title\":\"t\"", "\"title\":true"), "INVALID_REQUEST", "/title"),
                row(with("\"title\":\"t\"", "\"title\":{}"), "INVALID_REQUEST", "/title"),
                row(with("\"stars\":1", "\"stars\":\"1\""), "INVALID_REQUEST", "/stars"),
                row(with("\"stars\":1", "\"stars\":1.5"), "INVALID_REQUEST", "/stars"),
                row(with("\"stars\":1", "\"stars\":1e2"), "INVALID_REQUEST", "/stars"),
                row(with("\"stars\":1", "\"stars\":99999999999"), "INVALID_REQUEST", "/stars"),
                row(with("\"stars\":1", "\"stars\":null"), "INVALID_REQUEST", "/stars"),
                row(with("\"stars\":1", "\"stars\":9"), "INVALID_REQUEST", ""),
                row(with("\"RED\"", "\"GREEN\""), "INVALID_REQUEST", "/colour"),
                row(with("\"RED\"", "0"), "INVALID_REQUEST", "/colour"),
                row(with("\"RED\"", "\"\""), "INVALID_REQUEST", "/colour"),
                row(with("\"A\"", "\"A B\""), "INVALID_REQUEST", "/lines/0/sku"),
                row(with("\"A\"", "5"), "INVALID_REQUEST", "/lines/0/sku"),
                row(with("\"quantity\":1", "\"quantity\":-1"), "INVALID_REQUEST", "/lines/0/quantity"),
                row(with("\"quantity\":1", "\"quantity\":2000000000"), "INVALID_REQUEST", "/lines/0/quantity"),
                row(with("\"quantity\":1", "\"quantity\":\"1\""), "INVALID_REQUEST", "/lines/0/quantity"),
                row(with("[{", "[null,{"), "INVALID_REQUEST", "/lines/0"),
                row(with("\"lines\":[", "\"due\":\"\",\"lines\":["), "INVALID_REQUEST", "/due"),
                row(with("\"lines\":[", "\"due\":\"2026-13-40\",\"lines\":["), "INVALID_REQUEST", "/due"),
                row(with("\"lines\":[", "\"due\":7,\"lines\":["), "INVALID_REQUEST", "/due"),
                row(price("{\"amount\":1,\"currency\":\"IDR\"}"), "INVALID_REQUEST", "/price"),
                row(price("{\"amount\":\"1\",\"currency\":\"XXZ\"}"), "INVALID_REQUEST", "/price"),
                row(price("{\"amount\":\"1.999\",\"currency\":\"IDR\"}"), "INVALID_REQUEST", "/price"),
                row(price("1000"), "INVALID_REQUEST", "/price"),
                row(with("\"stars\"", "\"owner\":\"me\",\"stars\""), "UNKNOWN_FIELD", "/owner"),
                row(with("\"sku\"", "\"price\":1,\"sku\""), "UNKNOWN_FIELD", "/lines/0/price"));
    }

    private static Arguments row(String body, String code, String pointer) {
        return Arguments.of(body, code, pointer);
    }

    private static String with(String text, String other) {
        return GOOD.replace(text, other);
    }

    private static String price(String price) {
        return with("\"lines\":[", "\"price\":" + price + ",\"lines\":[");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_not_exactly_right_is_refused_at_its_place(String body, String code, String pointer) {
        HttpResponse<String> answer = post("/v1/notes", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = ProblemShape.of(answer);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        if (pointer != null) {
            assertThat(problem.path("errors").path(0).path("pointer").asString())
                    .isEqualTo(pointer);
            assertThat(problem.path("errors").path(0).path("message").asString())
                    .isNotBlank()
                    .doesNotContain("io.niaga", "java.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"GREEN\"", "0", "\"\"", "[]", "{}", "true"})
    void a_word_that_is_none_of_those_there_are_is_told_which_there_are(String colour) {
        JsonNode problem = ProblemShape.of(post("/v1/notes", with("\"RED\"", colour)));
        assertThat(problem.path("errors").path(0).path("message").asString()).isEqualTo("This is none of RED, BLUE.");
    }

    @Test
    void what_is_right_is_taken_and_null_is_written() {
        HttpResponse<String> answer = post("/v1/notes", price("{\"amount\":\"1500\",\"currency\":\"IDR\"}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                        {"title":"t","text":null,"stars":1,"colour":"RED","price":{"amount":"1500.00","currency":"IDR"},\
                        "due":null,"lines":[{"sku":"A","quantity":1}]}""");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        byte[] body = GOOD.replace("\"t\"", "\"#\"").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        body[new String(body, java.nio.charset.StandardCharsets.US_ASCII).indexOf('#')] = (byte) 0xC3;
        HttpResponse<String> answer = Sample.send(Sample.request("/v1/notes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asString()).isEqualTo("MALFORMED_REQUEST");
    }
}
