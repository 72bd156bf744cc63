package io.niaga.search.index.messaging;

import java.time.Duration;

/**
 * How often the feed does what.
 *
 * @param refresh after which readers see changes
 * @param commit after which changes are durable
 * @param longestAbsence after which a committed index is not continued, because topics forget tombstones
 */
public record FeedPace(Duration refresh, Duration commit, Duration longestAbsence) {}
