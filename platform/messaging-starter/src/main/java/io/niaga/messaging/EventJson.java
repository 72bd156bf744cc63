package io.niaga.messaging;

import io.niaga.events.json.CommerceJsonModule;
import java.nio.charset.StandardCharsets;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of events: what is new in a known version is ignored, what is wrong is refused. */
final class EventJson {
    /** A record must fit a broker's default limit of one mebibyte with its headers. */
    static final int MOST_BYTES = 900_000;

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new CommerceJsonModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The form in which an event waits and leaves. Whatever cannot be told is refused here, before it is written. */
    @Nullable
    Object write(Outgoing event) {
        Object body = event.body();
        boolean local = event.to().startsWith(Outgoing.LOCAL);
        if (body == null || (local && body instanceof Document)) {
            return body;
        }
        String text = body instanceof Document document ? document.toJson() : json.writeValueAsString(body);
        if (text.length() > MOST_BYTES / 3 && text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException(event.type() + " is too large to be told");
        }
        return local ? Document.parse(text) : text;
    }

    <T> T read(byte[] value, Class<T> type) {
        return json.readValue(value, type);
    }
}
