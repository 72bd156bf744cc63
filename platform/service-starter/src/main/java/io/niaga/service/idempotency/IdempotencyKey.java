package io.niaga.service.idempotency;

import io.niaga.types.CommonProblem;

/**
 * A client's name for one intended effect: 1 to 255 printable ASCII characters, sent quoted or bare.
 *
 * @param origin a hash of where the request came from; scopes the key of a caller without any token
 */
public record IdempotencyKey(String value, String origin) {
    private static final int LONGEST = 255;

    public IdempotencyKey {
        boolean printable = value.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (value.isBlank() || value.length() > LONGEST || !printable) {
            throw CommonProblem.IDEMPOTENCY_KEY_INVALID.now();
        }
    }

    /** From the header's text. */
    public static IdempotencyKey of(String header, String origin) {
        String text = header.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return new IdempotencyKey(quoted ? text.substring(1, text.length() - 1) : text, origin);
    }
}
