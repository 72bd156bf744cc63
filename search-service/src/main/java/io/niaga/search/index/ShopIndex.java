package io.niaga.search.index;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where what is sold is kept to be found. Written by one thread; readers see what was there at the last refresh.
 *
 * <p>A commit is durable and carries how far the topics were read, so what follows a crash begins exactly behind it.
 */
public interface ShopIndex {
    /**
     * How far the topics were read when the index was last made durable.
     *
     * @param offsets of the next records by partition
     * @param complete whether it held all that was told by some time; false while it is built
     */
    record Progress(Map<String, Long> offsets, Instant at, boolean complete) {
        public Progress {
            offsets = Map.copyOf(offsets);
        }
    }

    /**
     * Opens what was committed, or begins anew when that is torn or of another form. Readers see at once what is complete.
     *
     * @return null when it begins anew
     */
    @Nullable
    Progress open();

    /** False: not newer than what is known of that key. */
    boolean apply(Change change);

    /** Lets readers see all changes so far. */
    void refresh();

    void commit(Progress progress);

    /** Forgets everything; readers keep what they see until the next refresh. */
    void clear();

    /** Gives up what was not committed. */
    void close();
}
