package io.niaga.service.http;

import io.niaga.types.CommonProblem;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Entity tags: the aggregate's version in quotes, the same in every view and language. */
public final class Etags {
    private static final int LONGEST = 21;

    private Etags() {}

    public static String of(Revision revision) {
        return "\"" + revision.version() + "\"";
    }

    /** 200 with the tag; a GET that already has this version ({@code If-None-Match}) is answered 304 instead. */
    public static <T> ResponseEntity<T> ok(Revision revision, T body) {
        return ResponseEntity.ok().eTag(of(revision)).body(body);
    }

    /** What {@code If-Match} demands; {@code *} and no header demand nothing. */
    public static Precondition precondition(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return Precondition.NONE;
        }
        String tag = ifMatch.strip();
        if (tag.length() > 2 && tag.length() <= LONGEST && tag.matches("\"[0-9]{1,18}\"")) {
            return Precondition.version(Long.parseLong(tag.substring(1, tag.length() - 1)));
        }
        throw CommonProblem.INVALID_PARAMETER
                .with("parameter", "If-Match")
                .with("reason", "it is one strong entity tag as an answer's ETag gave it");
    }
}
