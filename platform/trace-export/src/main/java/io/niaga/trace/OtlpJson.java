package io.niaga.trace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ExportTraceServiceRequest} in the JSON form of OTLP: ids in hexadecimal, 64-bit numbers as text. */
final class OtlpJson {
    private static final long NANOS = 1_000_000_000L;
    private static final int ERROR = 2;
    private final JsonMapper json = JsonMapper.shared();
    private final String service;

    OtlpJson(String service) {
        this.service = service;
    }

    byte[] request(List<Span> spans) {
        ObjectNode request = json.createObjectNode();
        ObjectNode resource = request.putArray("resourceSpans").addObject();
        attribute(resource.putObject("resource").putArray("attributes"), "service.name", service);
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "io.niaga.trace");
        ArrayNode all = scope.putArray("spans");
        spans.forEach(span -> write(span, all.addObject()));
        return json.writeValueAsBytes(request);
    }

    private static void write(Span span, ObjectNode out) {
        out.put("traceId", span.traceId());
        out.put("spanId", span.id());
        if (span.parent() != null) {
            out.put("parentSpanId", span.parent());
        }
        out.put("name", span.name());
        out.put("kind", span.kind().number);
        out.put("startTimeUnixNano", nanos(span.start()));
        out.put("endTimeUnixNano", nanos(span.end()));
        ArrayNode attributes = out.putArray("attributes");
        for (Map.Entry<String, String> attribute : span.attributes().entrySet()) {
            attribute(attributes, attribute.getKey(), attribute.getValue());
        }
        if (span.failed()) {
            out.putObject("status").put("code", ERROR);
        }
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }

    private static String nanos(Instant time) {
        return Long.toString(Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano()));
    }
}
