package io.niaga.service.idempotency;

import java.util.function.Function;

/** What a call led to, and whether an earlier request with the same key had led to it already. */
public record IdempotentOutcome<T>(T value, boolean replayed) {
    public <R> IdempotentOutcome<R> map(Function<? super T, ? extends R> view) {
        return new IdempotentOutcome<>(view.apply(value), replayed);
    }
}
