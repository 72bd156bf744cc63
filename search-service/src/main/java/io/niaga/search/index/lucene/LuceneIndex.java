package io.niaga.search.index.lucene;

import io.niaga.search.index.CategoryEntry;
import io.niaga.search.index.Change;
import io.niaga.search.index.ProductEntry;
import io.niaga.search.index.ShopIndex;
import io.niaga.search.index.StockKey;
import io.niaga.search.text.lucene.SteadySimilarity;
import io.niaga.search.text.lucene.WordAnalyzer;
import io.niaga.search.text.lucene.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The index in a folder of this machine. One thread writes; any number read, through {@link #read}, what was there at the
 * last refresh. Readers keep the last view while it is closed, and while an index that begins anew is filled for the first
 * time.
 */
public final class LuceneIndex implements ShopIndex {
    private static final double BUFFER_MEGABYTES = 24;
    /**
     * Half as many as usual. A question looks its words up in every segment, which is most of what it costs in a shop of ten
     * thousand products; filling the index costs a few hundredths more.
     */
    private static final int SEGMENTS_PER_TIER = 4;

    private final Path folder;
    private final SteadySimilarity similarity = new SteadySimilarity(Fields.USUAL_LENGTHS);
    private final AvailabilityTable availability = new AvailabilityTable();
    private final ProductDocuments documents;
    private final Map<String, Long> sequences = new HashMap<>();
    private final CategoryTable categories;
    private @Nullable IndexWriter writer;
    private @Nullable Directory directory;
    private final Views views = new Views();

    public LuceneIndex(Path folder, Words words) {
        this.folder = folder;
        this.categories = new CategoryTable(words);
        this.documents = new ProductDocuments(availability::best, words);
    }

    @Override
    public @Nullable Progress open() {
        try {
            forget();
            Directory opened = Recovery.directory(folder);
            directory = opened;
            Progress progress = Recovery.recover(opened);
            IndexWriterConfig settings = new IndexWriterConfig(new WordAnalyzer())
                    .setSimilarity(similarity)
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                    .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
                    .setCommitOnClose(false);
            IndexWriter opening = new IndexWriter(opened, settings);
            writer = opening;
            SearcherManager fresh = new SearcherManager(opening, new SteadySearchers(similarity));
            remember(fresh);
            views.opened(fresh);
            if (progress != null && progress.complete()) {
                views.refresh(categories);
            }
            return progress;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean apply(Change change) {
        try {
            return switch (change) {
                case Change.ProductTold told -> isNewer(change) && put(told.product(), told.sequence());
                case Change.ProductGone gone -> isNewer(change) && replace(new Note.Gone(gone.key(), gone.sequence()));
                case Change.CategoryTold told -> isNewer(change) && put(told.category(), told.sequence());
                case Change.CategoryGone gone -> isNewer(change) && removeCategory(gone.key());
                case Change.StockTold told ->
                    availability.put(told.stock(), told.availability(), told.sequence())
                            && note(new Note.Stock(told.stock(), told.availability(), told.sequence()))
                            && showAvailability(told.stock());
                case Change.StockGone gone ->
                    availability.remove(gone.stock(), gone.sequence())
                            && drop(gone.stock().toString())
                            && showAvailability(gone.stock());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isNewer(Change change) {
        Long known = sequences.get(change.key());
        if (known != null && known >= change.sequence()) {
            return false;
        }
        sequences.put(change.key(), change.sequence());
        return true;
    }

    private boolean put(ProductEntry product, long sequence) throws IOException {
        for (CategoryEntry category : product.categories()) {
            learn(category);
        }
        writer().updateDocuments(new Term(Fields.PRODUCT, product.id()), documents.of(product, sequence));
        return true;
    }

    /** A category and all above it, in case nobody told them yet. */
    private void learn(CategoryEntry mentioned) throws IOException {
        for (int depth = 1; depth <= mentioned.idPath().size(); depth++) {
            List<String> ids = mentioned.idPath().subList(0, depth);
            CategoryEntry above = new CategoryEntry(
                    ids.getLast(),
                    mentioned.storeId(),
                    ids,
                    mentioned.slugPath().subList(0, depth),
                    Map.of());
            if (categories.learn(above)) {
                note(new Note.Category(above, 0));
            }
        }
    }

    private boolean put(CategoryEntry category, long sequence) throws IOException {
        categories.put(category);
        return note(new Note.Category(category, sequence));
    }

    private boolean removeCategory(String id) throws IOException {
        categories.remove(id);
        return drop(id);
    }

    private boolean showAvailability(StockKey stock) throws IOException {
        // A field that no product has brought yet cannot be changed.
        if (writer().getFieldNames().contains(Fields.AVAILABILITY)) {
            writer().updateNumericDocValue(
                            new Term(Fields.VARIANT, stock.variant()),
                            Fields.AVAILABILITY,
                            availability.best(stock.variant()).rank());
        }
        return true;
    }

    private boolean replace(Note.Gone gone) throws IOException {
        writer().updateDocument(new Term(Fields.PRODUCT, gone.id()), gone.document());
        return true;
    }

    private boolean note(Note note) throws IOException {
        writer().updateDocument(Note.term(note.id()), note.document());
        return true;
    }

    private boolean drop(String id) throws IOException {
        writer().deleteDocuments(Note.term(id));
        return true;
    }

    @Override
    public void refresh() {
        try {
            views.refresh(categories);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void commit(Progress progress) {
        try {
            writer().setLiveCommitData(Recovery.commitData(progress).entrySet());
            writer().commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void clear() {
        try {
            writer().deleteAll();
            forget();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        IndexWriter closing = writer;
        writer = null;
        try {
            views.closed();
            if (closing != null) {
                closing.rollback();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            IOUtils.closeWhileHandlingException(directory);
            directory = null;
        }
    }

    /** Reads what was there at the last refresh; null before there was anything. */
    public <T> @Nullable T read(Reading<T> reading) {
        return views.read(reading);
    }

    private void remember(SearcherManager fresh) throws IOException {
        IndexSearcher searcher = fresh.acquire();
        try {
            Memory.load(searcher.getIndexReader(), this::remember, sequences);
        } finally {
            fresh.release(searcher);
        }
    }

    private void remember(Note note) {
        switch (note) {
            case Note.Gone gone -> sequences.put(gone.id(), gone.sequence());
            case Note.Category category -> {
                categories.put(category.entry());
                sequences.put(category.id(), category.sequence());
            }
            case Note.Stock stock -> availability.put(stock.key(), stock.availability(), stock.sequence());
        }
    }

    private void forget() {
        sequences.clear();
        availability.clear();
        categories.clear();
    }

    private IndexWriter writer() {
        IndexWriter open = writer;
        if (open == null) {
            throw new IllegalStateException("the index is not open");
        }
        return open;
    }
}
