package io.niaga.search.query;

import java.util.List;

/**
 * Completes what somebody is typing, from what is on sale. Published products only, and with a store only what is in it.
 *
 * <p>The same text gives the same answer on every replica until what is sold changes; nothing can be said before the index is
 * built (503).
 */
public interface Completions {
    /** Phrases first, then categories, then products; each kind best first. */
    List<Suggestion> complete(Typed typed);
}
