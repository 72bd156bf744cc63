package io.niaga.catalog.exchange.http;

import io.niaga.catalog.exchange.RowOutcome;
import org.jspecify.annotations.Nullable;

/** What became of one row; {@code code}, {@code pointer} and {@code message} say why it was rejected. */
record ImportRowJson(
        int line,
        RowOutcome.Kind outcome,
        @Nullable String code,
        @Nullable String pointer,
        @Nullable String message) {
    static ImportRowJson of(RowOutcome outcome) {
        var why = outcome.why();
        return new ImportRowJson(
                outcome.line(),
                outcome.kind(),
                why == null ? null : why.code(),
                why == null ? null : why.pointer(),
                why == null ? null : why.message());
    }
}
