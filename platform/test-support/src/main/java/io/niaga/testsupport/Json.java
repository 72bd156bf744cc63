package io.niaga.testsupport;

import io.niaga.events.json.CommerceJsonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads trees, as a stranger would; writes anything, shared value types as the contracts do. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new CommerceJsonModule()).build();

    private Json() {}

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static JsonNode read(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    static String write(Object body) {
        return MAPPER.writeValueAsString(body);
    }
}
