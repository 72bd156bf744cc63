package io.niaga.search.query.lucene;

import io.niaga.search.query.Position;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The first hits behind a position: as many as fit on a page, and one more that says there is a next page. */
final class Page {
    private final int limit;
    private final @Nullable Position after;
    private final PriorityQueue<Hit> best = new PriorityQueue<>(Hit.ORDER.reversed());

    Page(int limit, @Nullable Position after) {
        this.limit = limit;
        this.after = after;
    }

    /** Whether a hit at that place would be on the page as it is now. */
    boolean wants(long key, long tie) {
        if (after != null && !after.isBefore(key, tie)) {
            return false;
        }
        Hit worst = best.peek();
        return best.size() <= limit || worst == null || key < worst.key() || (key == worst.key() && tie < worst.tie());
    }

    /** Whether it is full of what comes before everything with that key. */
    boolean endsBefore(long key) {
        Hit worst = best.peek();
        return best.size() > limit && worst != null && worst.key() < key;
    }

    /** Whether everything with that key or a lower one comes on earlier pages. */
    boolean beginsAfter(long key) {
        return after != null && key < after.key();
    }

    void add(Hit hit) {
        best.add(hit);
        if (best.size() > limit + 1) {
            best.remove();
        }
    }

    List<Hit> hits() {
        return best.stream().sorted(Hit.ORDER).limit(limit).toList();
    }

    boolean hasNext() {
        return best.size() > limit;
    }
}
