package io.niaga.service.idempotency;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answers of idempotent requests: the same status and {@code Location} the second time, and a header that says so. */
public final class IdempotentResponse {
    private static final String REPLAYED = "Idempotency-Replayed";

    private IdempotentResponse() {}

    public static <T> ResponseEntity<T> created(IdempotentOutcome<T> outcome, URI location, @Nullable String etag) {
        return answer(HttpStatus.CREATED, outcome, location, etag);
    }

    public static <T> ResponseEntity<T> accepted(IdempotentOutcome<T> outcome, URI location) {
        return answer(HttpStatus.ACCEPTED, outcome, location, null);
    }

    public static <T> ResponseEntity<T> ok(IdempotentOutcome<T> outcome, @Nullable String etag) {
        return answer(HttpStatus.OK, outcome, null, etag);
    }

    private static <T> ResponseEntity<T> answer(
            HttpStatus status, IdempotentOutcome<T> outcome, @Nullable URI location, @Nullable String etag) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (location != null) {
            answer.location(location);
        }
        if (etag != null) {
            answer.eTag(etag);
        }
        return of(answer, outcome);
    }

    /** An answer prepared otherwise, completed: 202 instead of 200, with a guest's token. */
    public static <T> ResponseEntity<T> of(ResponseEntity.BodyBuilder prepared, IdempotentOutcome<T> outcome) {
        if (outcome.replayed()) {
            prepared.header(REPLAYED, "true");
        }
        return prepared.body(outcome.value());
    }
}
