package io.niaga.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Dead letters on the management port, for the one who runs the service: {@code GET deadletters} lists every group,
 * {@code GET deadletters/<group>} one, {@code POST deadletters/<group>} ({@code {"key": …}} or {@code {}}) receives again,
 * {@code DELETE deadletters/<group>?id=…} gives one up. Bodies of events are never shown.
 */
@Endpoint(id = "deadletters")
final class DeadLettersEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLettersEndpoint.class);
    private static final int USUAL = 20;
    private static final int MOST = 1000;
    private static final int CONFLICT = 409;
    private final DeadLetters dead;

    DeadLettersEndpoint(DeadLetters dead) {
        this.dead = dead;
    }

    record Groups(List<Group> groups) {}

    /** @param letters the oldest, in the order they were published */
    record Group(String group, long open, List<DeadLetter> letters) {}

    /**
     * @param received how many had their effect
     * @param open how many still wait
     * @param stopped the kind of failure that ended it early; null when every key was tried
     */
    record Redriven(
            String group, int received, long open, @Nullable String stopped) {}

    record Discarded(String id, boolean discarded) {}

    @ReadOperation
    Groups all() {
        return new Groups(
                dead.groups().stream().sorted().map(g -> group(g, USUAL)).toList());
    }

    @ReadOperation
    WebEndpointResponse<Group> one(@Selector String group, @Nullable Integer limit) {
        int most = Math.clamp(limit == null ? USUAL : limit, 1, MOST);
        return known(group)
                ? new WebEndpointResponse<>(group(group, most))
                : new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
    }

    @WriteOperation
    WebEndpointResponse<Redriven> redrive(@Selector String group, @Nullable String key) {
        if (!known(group)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        long before = dead.count(group);
        try {
            int received = dead.redrive(group, key);
            return new WebEndpointResponse<>(new Redriven(group, received, dead.count(group), null));
        } catch (DependencyDown down) {
            LOG.warn("{}: the redrive stopped: {}", group, String.valueOf(down.getCause()));
            long left = dead.count(group);
            int received = Math.toIntExact(Math.max(0, before - left));
            return new WebEndpointResponse<>(new Redriven(group, received, left, kind(down)), CONFLICT);
        }
    }

    @DeleteOperation
    WebEndpointResponse<Discarded> discard(@Selector String group, String id) {
        boolean discarded = id.startsWith(group + "/") && dead.discard(id);
        if (discarded) {
            LOG.warn("{}: dead letter {} was given up", group, id);
        }
        return new WebEndpointResponse<>(
                new Discarded(id, discarded),
                discarded ? WebEndpointResponse.STATUS_OK : WebEndpointResponse.STATUS_NOT_FOUND);
    }

    private boolean known(String group) {
        return dead.groups().contains(group);
    }

    private Group group(String group, int limit) {
        return new Group(group, dead.count(group), dead.open(group, limit));
    }

    /** The name of what was down, never its text. */
    private static String kind(DependencyDown down) {
        Throwable cause = down;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}
