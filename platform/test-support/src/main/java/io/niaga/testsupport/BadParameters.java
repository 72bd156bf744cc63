package io.niaga.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Requests whose path, query, method or headers are wrong. */
final class BadParameters {
    private static final List<String> NO_NUMBERS = List.of("abc", "1.5", "NaN", "%ff", "99999999999999999999999");

    private BadParameters() {}

    /**
     * All of them.
     *
     * @param target gives the path with one parameter replaced: {@code name=value}
     */
    static List<Probe> of(ApiOperation operation, Probe good, UnaryOperator<String> target) {
        List<Probe> probes = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asString();
            for (String value : Hostile.SEGMENTS) {
                probes.add(good.named("{" + name + "} is " + shown(value), Verdict.CALM)
                        .target(target.apply(name + "=" + value)));
            }
        }
        operation.parameters("query").forEach(parameter -> query(operation, good, parameter, probes));
        operation
                .document()
                .missingMethods(operation.path())
                .forEach(m -> probes.add(good.named("as " + m, Verdict.REFUSED).method(m)));
        probes.addAll(headers(good));
        return probes;
    }

    private static void query(ApiOperation operation, Probe good, JsonNode parameter, List<Probe> probes) {
        String name = Hostile.encoded(parameter.path("name").asString());
        String type = new Schemas(operation.document()).type(parameter.path("schema"));
        for (String value : Hostile.QUERY_VALUES) {
            probes.add(good.named("?" + name + "=" + shown(value), Verdict.CALM).query(name + "=" + value));
        }
        if (type.equals("integer")) {
            for (String value : NO_NUMBERS) {
                probes.add(good.named("?" + name + "=" + value, Verdict.REFUSED).query(name + "=" + value));
            }
        }
        probes.add(good.named("?" + name + " twice", Verdict.CALM).query(name + "=1&" + name + "=2"));
    }

    private static List<Probe> headers(Probe good) {
        List<Probe> probes = new ArrayList<>();
        String[][] odd = {
            {"If-Match", "nonsense"},
            {"If-Match", "\"1\", \"2\""},
            {"If-Match", "W/\"1\""},
            {"If-None-Match", "nonsense"},
            {"Idempotency-Key", "k".repeat(300)},
            {"Idempotency-Key", "\""},
            {"Accept", "application/xml"},
            {"Accept", "nonsense"},
            {"Accept-Language", "x;q=9,*;;"},
            {"Cart-Token", "v1.crt_x.1.x"},
            {"Order-Token", "v1.....9999999999999.nonsense"},
            {"On-Behalf-Of", "usr_nonsense"},
            {"traceparent", "00-nonsense"},
            {"Range", "bytes=5-1"},
            {"X-Forwarded-Host", "evil.example"},
            {"X-HTTP-Method-Override", "DELETE"}
        };
        for (String[] header : odd) {
            probes.add(good.named(header[0] + ": " + shown(header[1]), Verdict.CALM)
                    .header(header[0], header[1]));
        }
        return probes;
    }

    private static String shown(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
