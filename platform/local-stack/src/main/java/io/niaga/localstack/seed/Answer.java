package io.niaga.localstack.seed;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered. */
record Answer(int status, String location, String body) {
    private static final int OK = 200;
    private static final int REDIRECTION = 300;

    boolean isOk() {
        return status >= OK && status < REDIRECTION;
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
    }

    /** For people: the status with the start of the answer. */
    @Override
    public String toString() {
        return status + " " + body.substring(0, Math.min(body.length(), 600));
    }
}
