package io.niaga.search.query;

import io.niaga.search.Told;
import io.niaga.search.index.Availability;
import io.niaga.search.index.CategoryEntry;
import io.niaga.search.index.Change;
import io.niaga.search.index.Price;
import io.niaga.search.index.ProductEntry;
import io.niaga.search.index.StockKey;
import io.niaga.search.index.VariantEntry;
import io.niaga.search.index.lucene.LuceneIndex;
import io.niaga.search.query.lucene.LuceneCompletions;
import io.niaga.search.query.lucene.LuceneShelf;
import io.niaga.search.text.lucene.Words;
import io.niaga.types.StoreId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An index in a folder with products put in directly: no broker, no HTTP. */
public final class Shop implements AutoCloseable {
    private final Words words = new Words();
    public final LuceneIndex index;
    private final Shelf shelf;
    private final Completions completions;
    private long sequence;

    public Shop(Path folder) {
        this(folder, 8_192);
    }

    Shop(Path folder, int block) {
        index = new LuceneIndex(folder, words);
        shelf = new LuceneShelf(index, words, block);
        completions = new LuceneCompletions(index, words);
        index.open();
    }

    public void put(Told... products) {
        Arrays.stream(products).forEach(this::add);
        index.refresh();
    }

    public void remove(String id) {
        index.apply(new Change.ProductGone(id, ++sequence));
        index.refresh();
    }

    public void stock(String sku, Availability availability) {
        index.apply(new Change.StockTold(
                new StockKey(StockKey.variant(Told.STORE, sku), "whs_1"), availability, ++sequence));
    }

    public void category(String path, Map<String, String> names) {
        var told = Told.category(path, names);
        index.apply(new Change.CategoryTold(
                new CategoryEntry(told.categoryId(), told.storeId(), told.idPath(), told.slugPath(), names),
                ++sequence));
        index.refresh();
    }

    public Found ask(String words, Sort sort, int limit, @Nullable Position after) {
        return shelf.find(new Question(words, null, List.of(), List.of(), sort, limit, after));
    }

    public Found ask(Question question) {
        return shelf.find(question);
    }

    public List<Suggestion> complete(String typed, @Nullable StoreId store, int limit) {
        return completions.complete(new Typed(typed, store, limit));
    }

    /** The ids by relevance. */
    public List<String> find(String words) {
        return ask(words, Sort.RELEVANCE, 100, null).items().stream()
                .map(Found.Item::id)
                .toList();
    }

    public List<String> all(String words, Sort sort, int pageSize) {
        List<String> ids = new ArrayList<>();
        Position after = null;
        do {
            Found page = ask(words, sort, pageSize, after);
            page.items().forEach(item -> ids.add(item.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    /** Without letting readers see it yet. */
    public void add(Told product) {
        index.apply(new Change.ProductTold(entry(product), ++sequence));
    }

    private static ProductEntry entry(Told product) {
        var state = product.state();
        return new ProductEntry(
                state.productId(),
                state.storeId(),
                state.slug(),
                state.name(),
                List.copyOf(state.description().values()),
                state.brand(),
                state.specification(),
                state.categories().stream()
                        .map(c ->
                                new CategoryEntry(c.categoryId(), state.storeId(), c.idPath(), c.slugPath(), Map.of()))
                        .toList(),
                null,
                state.createdAt(),
                state.variants().stream()
                        .map(v -> new VariantEntry(v.sku(), v.options(), Price.of(v.price())))
                        .toList());
    }

    @Override
    public void close() {
        index.close();
    }
}
