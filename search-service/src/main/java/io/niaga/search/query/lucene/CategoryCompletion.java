package io.niaga.search.query.lucene;

import io.niaga.search.index.Categories;
import io.niaga.search.index.CategoryEntry;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.index.lucene.View;
import io.niaga.search.query.Suggestion;
import io.niaga.types.StoreId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds categories whose name goes on as it was typed, and that have something in them. */
final class CategoryCompletion {
    /** More are not counted; what is high in the tree comes first. */
    private static final int MOST_COUNTED = 24;

    private final View view;

    CategoryCompletion(View view) {
        this.view = view;
    }

    private record Filled(CategoryEntry category, int products) {
        static final Comparator<Filled> BEST_FIRST = Comparator.comparingInt(Filled::products)
                .reversed()
                .thenComparing(filled -> filled.category().idPath().size())
                .thenComparing(filled -> filled.category().id());
    }

    List<Suggestion> best(List<Beginning> typed, @Nullable StoreId store, int most) throws IOException {
        Set<String> ids = named(typed, false);
        if (ids.isEmpty()) {
            ids = named(typed, true);
        }
        List<Filled> filled = new ArrayList<>();
        for (CategoryEntry category : highest(ids, store)) {
            int products = products(category);
            if (products > 0) {
                filled.add(new Filled(category, products));
            }
        }
        return filled.stream()
                .sorted(Filled.BEST_FIRST)
                .limit(most)
                .map(Filled::category)
                .<Suggestion>map(c -> new Suggestion.InCategory(c.id(), c.storeId(), c.path(), c.names()))
                .toList();
    }

    private List<CategoryEntry> highest(Set<String> ids, @Nullable StoreId store) {
        return ids.stream()
                .map(view.categories()::find)
                .filter(Objects::nonNull)
                .filter(category -> !category.names().isEmpty())
                .filter(category -> store == null || category.storeId().equals(store.value()))
                .sorted(Comparator.<CategoryEntry>comparingInt(c -> c.idPath().size())
                        .thenComparing(CategoryEntry::id))
                .limit(MOST_COUNTED)
                .toList();
    }

    private Set<String> named(List<Beginning> typed, boolean misspelt) {
        Set<String> ids = null;
        for (Beginning word : typed) {
            Set<String> with = named(word, misspelt);
            if (ids == null) {
                ids = with;
            } else {
                ids.retainAll(with);
            }
        }
        return ids == null ? Set.of() : ids;
    }

    private Set<String> named(Beginning word, boolean misspelt) {
        Categories categories = view.categories();
        Set<String> ids = new HashSet<>();
        Beginning.Fit fit = word.fit(misspelt);
        String first = word.word().text().substring(0, word.word().text().offsetByCodePoints(0, 1));
        for (Map.Entry<String, Set<String>> entry : categories.wordsFrom(first).entrySet()) {
            if (!entry.getKey().startsWith(first)) {
                break;
            }
            if (fit.with(entry.getKey())) {
                ids.addAll(entry.getValue());
            }
        }
        word.word()
                .stems()
                .forEach(stem -> ids.addAll(categories.wordsFrom(stem).getOrDefault(stem, Set.of())));
        return ids;
    }

    private int products(CategoryEntry category) throws IOException {
        List<BytesRef> below = view.categories().under(category.id()).stream()
                .map(BytesRef::new)
                .toList();
        return view.searcher()
                .count(new BooleanQuery.Builder()
                        .add(new TermInSetQuery(Fields.CATEGORY, below), Occur.FILTER)
                        .add(new TermQuery(new Term(Fields.STORE, category.storeId())), Occur.FILTER)
                        .build());
    }
}
