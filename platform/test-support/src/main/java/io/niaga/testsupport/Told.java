package io.niaga.testsupport;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event that was told.
 *
 * @param sequence the aggregate's event number, 0 when the record names none
 * @param body null for a tombstone
 */
public record Told(
        String topic,
        String key,
        String type,
        long sequence,
        Map<String, String> headers,
        @Nullable JsonNode body) {
    public Told {
        headers = Map.copyOf(headers);
    }

    /** The text, number or boolean at that JSON Pointer of the body, as text. */
    public String text(String pointer) {
        if (body == null || body.at(pointer).isMissingNode()) {
            throw new AssertionError(type + " of " + key + " has no " + pointer + ": " + body);
        }
        return body.at(pointer).asString();
    }
}
