package io.niaga.search.query.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.index.lucene.LuceneIndex;
import io.niaga.search.index.lucene.View;
import io.niaga.search.query.Found;
import io.niaga.search.query.Position;
import io.niaga.search.query.Question;
import io.niaga.search.query.Shelf;
import io.niaga.search.query.Strictness;
import io.niaga.search.text.Word;
import io.niaga.search.text.lucene.Words;
import io.niaga.types.CommonProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds in the Lucene index: strictly first, and more tolerantly as long as no product fits the words at all.
 *
 * <p>An answer is given again as long as the index has not changed; so popular pages cost next to nothing.
 */
public final class LuceneShelf implements Shelf {
    private static final int REMEMBERED_VALUES = 30_000;

    private final LuceneIndex index;
    private final Words words;
    private final Blocks blocks;
    private final Cache<Question, Answered> answers = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_VALUES)
            .weigher((Question question, Answered answered) -> answered.weight())
            .build();

    public LuceneShelf(LuceneIndex index, Words words) {
        this(index, words, Blocks.USUAL);
    }

    /** @param block how many documents are looked at in one go where the newest come first */
    public LuceneShelf(LuceneIndex index, Words words, int block) {
        this.index = index;
        this.words = words;
        this.blocks = new Blocks(block);
    }

    @Override
    public Found find(Question question) {
        Found found = index.read(view -> answer(question, view));
        if (found == null) {
            // An empty answer would be a lie.
            throw CommonProblem.SERVICE_UNAVAILABLE.now();
        }
        return found;
    }

    /** An answer and when it was true. */
    private record Answered(Found found, long generation) {
        int weight() {
            return 1
                    + found.items().size()
                    + found.facets().stream()
                            .mapToInt(facet -> facet.values().size())
                            .sum();
        }
    }

    private Found answer(Question question, View view) throws IOException {
        Answered before = answers.getIfPresent(question);
        if (before != null && before.generation() == view.generation()) {
            return before.found();
        }
        Found found = find(question, Asked.of(question.words(), words), view);
        answers.put(question, new Answered(found, view.generation()));
        return found;
    }

    private Found find(Question question, Asked asked, View view) throws IOException {
        if (!question.hasWords()) {
            return found(question, view, run(question, asked, view, everything(question)), Attempt.STRICT);
        }
        Dictionary dictionary = new Dictionary(view.searcher(), question.store());
        Position after = question.after();
        List<Integer> weights = weights(asked, after, dictionary);
        Strictness first = after == null ? Strictness.EXACT : after.strictness();
        Strictness last = after == null ? Strictness.SOME : after.strictness();
        Pass pass = null;
        Attempt attempt = Attempt.STRICT;
        for (Strictness strictness : Strictness.values()) {
            boolean tried = first.compareTo(strictness) <= 0 && strictness.compareTo(last) <= 0;
            if (tried && (pass == null || pass.fittingWords() == 0)) {
                attempt = new Attempt(strictness, weights, expansions(asked, strictness, dictionary));
                TextQuery text = new TextQuery(asked, view.categories(), weights, attempt.expansions());
                pass = run(question, asked, view, inStore(question, text.query(strictness)));
            }
        }
        return found(question, view, Objects.requireNonNull(pass), attempt);
    }

    /** How the words were looked for. */
    private record Attempt(Strictness strictness, List<Integer> weights, List<Expansion> expansions) {
        static final Attempt STRICT = new Attempt(Strictness.EXACT, List.of(), List.of());
    }

    private static List<Integer> weights(Asked asked, @Nullable Position after, Dictionary dictionary)
            throws IOException {
        if (after != null && after.weights().size() == asked.words().size()) {
            return after.weights();
        }
        List<Integer> weights = new ArrayList<>();
        for (Word word : asked.words()) {
            weights.add(dictionary.weight(word));
        }
        return weights;
    }

    private static List<Expansion> expansions(Asked asked, Strictness strictness, Dictionary dictionary)
            throws IOException {
        List<Expansion> expansions = new ArrayList<>();
        for (Word word : asked.words()) {
            expansions.add(
                    strictness == Strictness.EXACT
                            ? new Expansion(Dictionary.own(word), null)
                            : dictionary.expand(word));
        }
        return expansions;
    }

    private Pass run(Question question, Asked asked, View view, Query query) throws IOException {
        Pass pass = new Pass(question, view.categories(), asked);
        pass.over(view.searcher(), query, blocks);
        return pass;
    }

    private static Found found(Question question, View view, Pass pass, Attempt attempt) throws IOException {
        List<Hit> hits = pass.page().hits();
        Position next = null;
        if (pass.page().hasNext()) {
            Hit last = hits.getLast();
            next = new Position(question.sort(), last.key(), last.tie(), attempt.strictness(), attempt.weights());
        }
        return new Found(
                Cards.of(hits, view.searcher().getIndexReader()),
                pass.counters().stream().map(Counter::facet).toList(),
                next,
                didYouMean(question, attempt.expansions()));
    }

    private static @Nullable String didYouMean(Question question, List<Expansion> expansions) {
        if (expansions.stream().allMatch(e -> e.correction() == null)) {
            return null;
        }
        String corrected = expansions.stream()
                .map(e -> e.correction() == null ? e.forms().getFirst().text() : e.correction())
                .collect(Collectors.joining(" "));
        return corrected.equals(question.words()) ? null : corrected;
    }

    private static Query everything(Question question) {
        return question.store() == null
                ? new TermQuery(new Term(Fields.KIND, Fields.KIND_PRODUCT))
                : new TermQuery(new Term(Fields.STORE, question.store().value()));
    }

    private static Query inStore(Question question, Query text) {
        return question.store() == null
                ? text
                : new BooleanQuery.Builder()
                        .add(text, Occur.MUST)
                        .add(everything(question), Occur.FILTER)
                        .build();
    }
}
