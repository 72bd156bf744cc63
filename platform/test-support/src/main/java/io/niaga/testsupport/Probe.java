package io.niaga.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request with something wrong about it, and what must come of it. Never compared. */
@SuppressWarnings("ArrayRecordComponent")
record Probe(
        String name,
        Verdict verdict,
        String method,
        String target,
        Map<String, String> headers,
        @Nullable String contentType,
        byte[] body) {

    Probe named(String flaw, Verdict must) {
        return new Probe(flaw, must, method, target, headers, contentType, body);
    }

    Probe method(String other) {
        return new Probe(name, verdict, other, target, headers, contentType, body);
    }

    Probe target(String other) {
        return new Probe(name, verdict, method, other, headers, contentType, body);
    }

    /** With one more query parameter, already encoded. */
    Probe query(String nameAndValue) {
        return target(target + (target.contains("?") ? "&" : "?") + nameAndValue);
    }

    Probe header(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Probe(name, verdict, method, target, more, contentType, body);
    }

    Probe body(@Nullable String type, byte[] bytes) {
        return new Probe(name, verdict, method, target, headers, type, bytes);
    }

    Probe body(@Nullable String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(Api api) {
        Api client = api;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            client = client.with(header.getKey(), header.getValue());
        }
        return client.send(method, target, contentType, body);
    }
}
