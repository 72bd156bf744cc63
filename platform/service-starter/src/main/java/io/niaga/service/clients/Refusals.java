package io.niaga.service.clients;

import feign.Response;
import feign.Util;
import feign.codec.ErrorDecoder;
import io.niaga.types.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Turns a problem document into {@link RemoteRefused}; a 4xx without one did not come from the service we meant. */
final class Refusals implements ErrorDecoder {
    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Exception decode(String method, Response response) {
        JsonNode problem = problem(response);
        String code = problem.path("code").asString("");
        if (code.isEmpty()) {
            String remote = response.request().requestTemplate().feignTarget().name();
            return new RemoteUnavailable(remote, "it answered " + response.status() + " to " + method, false, null);
        }
        Map<String, Object> params = new HashMap<>();
        problem.path("params").properties().forEach(param -> {
            if (!param.getValue().isNull()) {
                params.put(param.getKey(), json.treeToValue(param.getValue(), Object.class));
            }
        });
        List<FieldError> errors = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> errors.add(new FieldError(
                        error.path("pointer").asString(""),
                        error.path("code").asString(""),
                        error.path("message").asString(""))));
        return new RemoteRefused(response.status(), code, problem.path("detail").asString(""), params, errors);
    }

    private JsonNode problem(Response response) {
        try {
            byte[] body = response.body() == null
                    ? new byte[0]
                    : Util.toByteArray(response.body().asInputStream());
            return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
        } catch (IOException | JacksonException notAProblem) {
            return MissingNode.getInstance();
        }
    }
}
