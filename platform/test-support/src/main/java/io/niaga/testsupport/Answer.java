package io.niaga.testsupport;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/** What a server answered. {@code expect…} fail with the whole answer in the message. */
public final class Answer {
    private final String call;
    private final HttpResponse<byte[]> response;

    Answer(String call, HttpResponse<byte[]> response) {
        this.call = call;
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The {@code ETag}, as it was sent. */
    public String etag() {
        return required("ETag");
    }

    /** The path in {@code Location}. */
    public String location() {
        return URI.create(required("Location")).getRawPath();
    }

    public JsonNode json() {
        return Json.read(response.body());
    }

    /** What is at that JSON Pointer; must be there (an explicit null is). */
    public JsonNode json(String pointer) {
        JsonNode found = json().at(pointer);
        Assertions.assertThat(found.isMissingNode())
                .as("%s has no %s", this, pointer)
                .isFalse();
        return found;
    }

    /** The text, number or boolean at that JSON Pointer, as text. */
    public String text(String pointer) {
        return json(pointer).asString();
    }

    public Answer expect(int status) {
        Assertions.assertThat(status()).as("%s", this).isEqualTo(status);
        return this;
    }

    /** A problem document (RFC 9457) with that status and code, complete as api.md promises. */
    public Answer expectProblem(int status, String code) {
        expect(status).expectProblem();
        Assertions.assertThat(text("/code")).as("%s", this).isEqualTo(code);
        return this;
    }

    /** Any problem document, well formed. */
    public Answer expectProblem() {
        Optional<String> flaw = ProblemShape.flaw(this);
        Assertions.assertThat(flaw).as("%s", this).isEmpty();
        return this;
    }

    private String required(String header) {
        return header(header).orElseThrow(() -> new AssertionError(this + " has no header " + header));
    }

    /** The call and the answer, for messages. */
    @Override
    public String toString() {
        String body = body();
        return call + " -> " + status() + " " + (body.length() > 2000 ? body.substring(0, 2000) + "…" : body);
    }
}
