package io.niaga.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.service.sample.Sample;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What every failure looks like. */
public final class ProblemShape {
    private ProblemShape() {}

    public static JsonNode of(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Sample.json(answer);
        String code = problem.path("code").asString();
        assertThat(code).matches("[A-Z][A-Z_]+");
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("{", "}");
        assertThat(problem.path("instance").asString()).isEqualTo(answer.uri().getRawPath());
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        return problem;
    }
}
