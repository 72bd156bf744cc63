package io.niaga.search.query.lucene;

import io.niaga.search.index.Categories;
import io.niaga.search.query.Filter;
import io.niaga.search.query.Question;
import io.niaga.search.query.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** One pass over everything that fits the words: filters, counts and ranks at once. */
final class Pass {
    private final Question question;
    private final Categories categories;
    private final Asked asked;
    private final Page page;
    private final List<Counter> counters;
    private int fittingWords;

    Pass(Question question, Categories categories, Asked asked) {
        this.question = question;
        this.categories = categories;
        this.asked = asked;
        this.page = new Page(question.limit(), question.after());
        this.counters = question.facets().stream()
                .map(name -> Counters.of(name, categories))
                .toList();
    }

    void over(IndexSearcher searcher, Query query, Blocks blocks) throws IOException {
        boolean scores = question.sort() == Sort.RELEVANCE;
        Weight weight = searcher.createWeight(
                searcher.rewrite(query), scores ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        if (question.sort() == Sort.NEWEST && counters.isEmpty() && !question.hasWords()) {
            newestFirst(leaves, weight, blocks);
        } else {
            for (LeafReaderContext leaf : leaves) {
                part(leaf, weight, 0, leaf.reader().maxDoc());
            }
        }
    }

    /**
     * Mostly the newest come last in an index. Taken first they fill the page, and then blocks of older ones need not be
     * opened; taken last, each would push another one out. Nor are blocks opened that earlier pages have shown. Not for words:
     * they would be looked up again for each block, and how many products fit them has to be known.
     */
    private void newestFirst(List<LeafReaderContext> leaves, Weight weight, Blocks blocks) throws IOException {
        for (LeafReaderContext leaf : leaves.reversed()) {
            Blocks.Ages ages = blocks.of(leaf.reader());
            for (int block = ages.blocks() - 1; block >= 0; block--) {
                if (!page.beginsAfter(-ages.oldest(block)) && !page.endsBefore(-ages.newest(block))) {
                    int from = block * blocks.size();
                    part(
                            leaf,
                            weight,
                            from,
                            Math.min(from + blocks.size(), leaf.reader().maxDoc()));
                }
            }
        }
    }

    private void part(LeafReaderContext leaf, Weight weight, int from, int to) throws IOException {
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
            fittingWords += segment(leaf).run(scorer, from, to);
            for (Counter counter : counters) {
                counter.endSegment();
            }
        }
    }

    private SegmentPass segment(LeafReaderContext leaf) throws IOException {
        List<Condition> conditions = new ArrayList<>();
        for (Filter filter : question.filters()) {
            conditions.add(Conditions.of(filter, leaf.reader(), categories));
        }
        List<Counter.OfSegment> counting = new ArrayList<>();
        List<List<Counter.OfSegment>> ownOf = new ArrayList<>();
        question.filters().forEach(filter -> ownOf.add(new ArrayList<>()));
        for (Counter counter : counters) {
            Counter.OfSegment here = counter.in(leaf.reader());
            counting.add(here);
            for (int i = 0; i < ownOf.size(); i++) {
                if (question.filters().get(i).name().equals(counter.name())) {
                    ownOf.get(i).add(here);
                }
            }
        }
        return new SegmentPass(
                leaf,
                question.sort(),
                page,
                new Filtering(conditions, counting, ownOf),
                new VariantChoice(leaf.reader(), asked.words(), asked.skus()));
    }

    /** How many products fit the words, filters aside. */
    int fittingWords() {
        return fittingWords;
    }

    Page page() {
        return page;
    }

    List<Counter> counters() {
        return counters;
    }
}
