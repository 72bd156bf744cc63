package io.niaga.search.query.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.niaga.search.index.lucene.Card;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.index.lucene.LuceneIndex;
import io.niaga.search.index.lucene.View;
import io.niaga.search.query.Completions;
import io.niaga.search.query.Suggestion;
import io.niaga.search.query.Typed;
import io.niaga.search.text.Word;
import io.niaga.search.text.lucene.Words;
import io.niaga.types.CommonProblem;
import io.niaga.types.StoreId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Completes from the Lucene index: as typed first, with a letter wrong where nothing goes on as typed. An answer is given
 * again as long as the index has not changed.
 */
public final class LuceneCompletions implements Completions {
    private static final int REMEMBERED = 10_000;
    private static final int MOST_WORDS = 8;
    private static final int CANDIDATES = 64;

    private final LuceneIndex index;
    private final Words words;
    private final Cache<Typed, Answered> answers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public LuceneCompletions(LuceneIndex index, Words words) {
        this.index = index;
        this.words = words;
    }

    private record Answered(List<Suggestion> suggestions, long generation) {}

    @Override
    public List<Suggestion> complete(Typed typed) {
        List<Suggestion> found = index.read(view -> answer(typed, view));
        if (found == null) {
            throw CommonProblem.SERVICE_UNAVAILABLE.now();
        }
        return found;
    }

    private List<Suggestion> answer(Typed typed, View view) throws IOException {
        Answered before = answers.getIfPresent(typed);
        if (before != null && before.generation() == view.generation()) {
            return before.suggestions();
        }
        List<Suggestion> found = suggestions(typed, view);
        answers.put(typed, new Answered(found, view.generation()));
        return found;
    }

    private List<Beginning> beginnings(String text) {
        List<Word> all = words.of(text).stream().limit(MOST_WORDS).toList();
        boolean finished = text.endsWith(" ");
        List<Beginning> beginnings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            beginnings.add(new Beginning(all.get(i), i == all.size() - 1 && !finished));
        }
        return beginnings;
    }

    private List<Suggestion> suggestions(Typed typed, View view) throws IOException {
        List<Beginning> beginnings = beginnings(typed.text());
        if (beginnings.isEmpty()) {
            return List.of();
        }
        List<Boolean> misspelt = new ArrayList<>(Collections.nCopies(beginnings.size(), false));
        List<Card> candidates = candidates(typed, beginnings, misspelt, view);
        if (candidates.isEmpty()) {
            for (int i = 0; i < beginnings.size(); i++) {
                misspelt.set(i, nothingFits(beginnings.get(i), typed.store(), view));
            }
            candidates = candidates(typed, beginnings, misspelt, view);
        }
        Phrases phrases = new Phrases(words, beginnings, misspelt);
        List<Suggestion> products = products(candidates, phrases);
        List<Suggestion> categories =
                new CategoryCompletion(view).best(beginnings, typed.store(), Math.max(1, typed.limit() / 4));
        List<Suggestion> texts = phrases.best(typed.text(), typed.limit()).stream()
                .<Suggestion>map(Suggestion.Phrase::new)
                .toList();
        return together(typed.limit(), texts, categories, products);
    }

    private static boolean nothingFits(Beginning word, @Nullable StoreId store, View view) throws IOException {
        return view.searcher().count(inStore(store, word.query(false))) == 0;
    }

    private static List<Card> candidates(Typed typed, List<Beginning> beginnings, List<Boolean> misspelt, View view)
            throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < beginnings.size(); i++) {
            all.add(beginnings.get(i).query(misspelt.get(i)), Occur.MUST);
        }
        String opening = beginnings.stream().map(b -> b.word().text()).collect(Collectors.joining(" "));
        Query ranked = new BooleanQuery.Builder()
                .add(inStore(typed.store(), all.build()), Occur.FILTER)
                .add(
                        new BoostQuery(new ConstantScoreQuery(new PrefixQuery(new Term(Fields.OPENING, opening))), 1f),
                        Occur.SHOULD)
                .build();
        BestProducts best = new BestProducts(CANDIDATES);
        best.over(view.searcher(), ranked);
        return best.cards();
    }

    private static Query inStore(@Nullable StoreId store, Query query) {
        Term where = store == null ? new Term(Fields.KIND, Fields.KIND_PRODUCT) : new Term(Fields.STORE, store.value());
        return new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(new TermQuery(where), Occur.FILTER)
                .build();
    }

    private static List<Suggestion> products(List<Card> candidates, Phrases phrases) {
        List<Suggestion> products = new ArrayList<>();
        for (Card card : candidates) {
            Map<String, String> fitting = phrases.add(card.names());
            products.add(new Suggestion.OfProduct(
                    card.id(), card.storeId(), card.slug(), fitting.isEmpty() ? card.names() : fitting, card.image()));
        }
        return products;
    }

    /** Each kind gets its part; what one does not need is the products', then the phrases'. */
    private static List<Suggestion> together(
            int limit, List<Suggestion> phrases, List<Suggestion> categories, List<Suggestion> products) {
        int forPhrases = Math.min(phrases.size(), Math.max(1, limit * 3 / 8));
        int forCategories = Math.min(categories.size(), Math.max(0, limit - forPhrases));
        int forProducts = Math.min(products.size(), Math.max(0, limit - forPhrases - forCategories));
        forPhrases = Math.min(phrases.size(), limit - forCategories - forProducts);
        List<Suggestion> together = new ArrayList<>(phrases.subList(0, forPhrases));
        together.addAll(categories.subList(0, forCategories));
        together.addAll(products.subList(0, forProducts));
        return List.copyOf(together);
    }
}
