package io.niaga.service.clients;

import feign.RequestTemplate;
import feign.Response;
import feign.Util;
import feign.codec.Decoder;
import feign.codec.Encoder;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of calls: strict as everywhere, but fields that another service has added since are passed over. */
final class JsonBodies implements Encoder, Decoder {
    private final JsonMapper json;

    JsonBodies(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public void encode(Object body, Type type, RequestTemplate request) {
        request.header("Content-Type", "application/json");
        request.body(json.writeValueAsBytes(body), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Object decode(Response response, Type type) throws IOException {
        byte[] body = Util.toByteArray(response.body().asInputStream());
        return body.length == 0 ? null : json.readValue(body, json.constructType(type));
    }
}
