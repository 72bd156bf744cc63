package io.niaga.search.index.lucene;

import io.niaga.search.index.Categories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * What readers see: the last view that was shown, whatever becomes of the index behind it. One thread changes it, any number
 * read.
 */
final class Views {
    private final AtomicLong generation = new AtomicLong();
    private @Nullable SearcherManager newest;
    private volatile @Nullable SearcherManager shown;
    private volatile Categories categories = Categories.NONE;

    /** Takes in an index that was opened; readers see it from the next {@link #refresh} on. */
    void opened(SearcherManager fresh) {
        newest = fresh;
    }

    void refresh(CategoryTable table) throws IOException {
        SearcherManager current = newest;
        if (current == null) {
            throw new IllegalStateException("the index is not open");
        }
        current.maybeRefreshBlocking();
        SearcherManager before = shown;
        shown = current;
        if (table.isChanged() || before != current) {
            categories = table.snapshot();
        }
        generation.incrementAndGet();
        if (before != null && before != current) {
            before.close();
        }
    }

    /** The index is closed; readers keep what they saw. */
    void closed() throws IOException {
        SearcherManager unseen = newest;
        newest = null;
        if (unseen != null && unseen != shown) {
            unseen.close();
        }
    }

    /** Null before anything was shown. */
    <T> @Nullable T read(Reading<T> reading) {
        SearcherManager current = shown;
        try {
            return current == null ? null : read(current, reading);
        } catch (AlreadyClosedException reopened) {
            return read(Objects.requireNonNull(shown), reading);
        }
    }

    private <T> T read(SearcherManager from, Reading<T> reading) {
        try {
            // Asked for first: it rises after the searcher has changed, so it never promises more than the searcher
            // sees.
            long at = generation.get();
            IndexSearcher searcher = from.acquire();
            try {
                return reading.from(new View(searcher, categories, at));
            } finally {
                from.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
