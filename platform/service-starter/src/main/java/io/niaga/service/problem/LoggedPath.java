package io.niaga.service.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A request's path as it may be written down: names of resources and our ids stay, anything else that a caller put there
 * does not; a mail address finds its way into a path sooner or later.
 */
final class LoggedPath {
    private static final Pattern ID = Pattern.compile("[a-z]{3}_[0-9a-z]{26}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final String WITHHELD = "…";
    /** {@code /v1/orders} before a handler was found: version and resource. */
    private static final int WORDS = 3;

    private LoggedPath() {}

    static String of(HttpServletRequest request) {
        return of(
                request.getRequestURI(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                        ? pattern
                        : null);
    }

    /** {@code pattern}: of the handler that was found, null when none was. */
    static String of(String path, @Nullable String pattern) {
        String[] segments = path.split("/", -1);
        String[] names = pattern == null ? new String[0] : pattern.split("/", -1);
        boolean known = names.length == segments.length;
        for (int i = 1; i < segments.length; i++) {
            if (!ID.matcher(segments[i]).matches()) {
                segments[i] = known ? names[i] : unknown(segments[i], i);
            }
        }
        return String.join("/", segments);
    }

    private static String unknown(String segment, int position) {
        return position < WORDS && WORD.matcher(segment).matches() ? segment : WITHHELD;
    }
}
