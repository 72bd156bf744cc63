package io.niaga.service.http;

import io.niaga.types.CommonProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where a page ended: the sort keys of its last item, opaque to clients (base64url of the keys, each on a line).
 *
 * <p>Not signed: a cursor says where to go on, never what may be seen.
 */
public final class Cursor {
    private static final int LONGEST = 1024;

    private Cursor() {}

    public static String encode(List<String> keys) {
        for (String key : keys) {
            if (key.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a sort key has one line");
            }
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", keys).getBytes(StandardCharsets.UTF_8));
    }

    /** The keys; anything that {@link #encode} did not make is INVALID_PARAMETER. */
    public static List<String> decode(String cursor) {
        if (cursor.isEmpty() || cursor.length() > LONGEST) {
            throw refused();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String keys = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return List.of(keys.split("\n", -1));
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw refused();
        }
    }

    /** The same, and there must be as many keys as the list is sorted by. */
    public static List<String> decode(String cursor, int keys) {
        List<String> found = decode(cursor);
        if (found.size() != keys) {
            throw refused();
        }
        return found;
    }

    /** For keys that turn out to be of the wrong form. */
    public static RuntimeException refused() {
        return CommonProblem.INVALID_PARAMETER
                .with("parameter", "after")
                .with("reason", "it is a nextCursor of this list");
    }
}
