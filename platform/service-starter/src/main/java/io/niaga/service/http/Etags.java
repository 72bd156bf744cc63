package io.niaga.service.http;

import io.niaga.types.CommonProblem;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Entity tags: the aggregate's version in quotes, the same in every view and language. A view that shows more than the aggregate
 * adds to the version what stands for the rest; whoever changes the aggregate may send either.
 */
public final class Etags {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})(-[0-9a-f]{1,16})?\"");

    private Etags() {}

    public static String of(Revision revision) {
        return "\"" + revision.version() + "\"";
    }

    /**
     * The tag of a view that shows more than the aggregate: it differs when anything of the rest does.
     *
     * @param rest all else that is shown; its text must be the same in every process
     */
    public static String of(Revision revision, List<?> rest) {
        UUID hash = UUID.nameUUIDFromBytes(rest.toString().getBytes(StandardCharsets.UTF_8));
        return "\"" + revision.version() + "-" + Long.toHexString(hash.getMostSignificantBits()) + "\"";
    }

    /** 200 with the tag; a GET that already has this version ({@code If-None-Match}) is answered 304 instead. */
    public static <T> ResponseEntity<T> ok(Revision revision, T body) {
        return ResponseEntity.ok().eTag(of(revision)).body(body);
    }

    /** What {@code If-Match} demands (RFC 9110, 13.1.1): {@code *} is any version of what is there, no header is nothing. */
    public static Precondition precondition(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return Precondition.NONE;
        }
        if (ifMatch.strip().equals("*")) {
            return Precondition.EXISTS;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (tag.matches()) {
            return Precondition.version(Long.parseLong(tag.group(1)));
        }
        throw CommonProblem.INVALID_PARAMETER
                .with("parameter", "If-Match")
                .with("reason", "it is one strong entity tag as an answer's ETag gave it");
    }
}
