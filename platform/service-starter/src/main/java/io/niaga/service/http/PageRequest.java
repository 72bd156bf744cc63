package io.niaga.service.http;

import io.niaga.types.CommonProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit 1 to 100
 * @param after the cursor of the page before, or null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MOST = 100;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw refused();
        }
    }

    /** From the query's texts. */
    public static PageRequest of(@Nullable String limit, @Nullable String after) {
        String cursor = after == null || after.isEmpty() ? null : after;
        if (cursor != null) {
            Cursor.decode(cursor);
        }
        try {
            return new PageRequest(limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit), cursor);
        } catch (NumberFormatException malformed) {
            throw refused();
        }
    }

    private static RuntimeException refused() {
        return CommonProblem.INVALID_PARAMETER
                .with("parameter", "limit")
                .with("reason", "it is a whole number from 1 to " + MOST);
    }
}
