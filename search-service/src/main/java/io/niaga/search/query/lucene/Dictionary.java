package io.niaga.search.query.lucene;

import io.niaga.search.index.lucene.Fields;
import io.niaga.search.text.Word;
import io.niaga.types.StoreId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** The words that products are described with: how rare each is, and which are like a given one. */
final class Dictionary {
    private static final List<String> TELLING =
            List.of(Fields.NAME, Fields.BRAND, Fields.OPTIONS, Fields.SPECIFICATION);
    private static final List<String> ALL =
            List.of(Fields.NAME, Fields.BRAND, Fields.OPTIONS, Fields.SPECIFICATION, Fields.TEXT);
    private static final int WORD = 10;
    private static final int STEM = 8;
    private static final int BEGUN = 6;
    private static final int ONE_TYPO = 5;
    private static final int TWO_TYPOS = 3;
    private static final int SHORTEST_BEGINNING = 2;
    private static final int MOST = 8;
    private static final int MOST_SEEN = 256;
    private static final int QUARTERS = 4;
    private static final int UNKNOWN_WEIGHT = 2 * QUARTERS;

    private final IndexSearcher searcher;
    private final IndexReader reader;
    private final @Nullable StoreId store;

    /** @param store whose words are meant; null: all stores' */
    Dictionary(IndexSearcher searcher, @Nullable StoreId store) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.store = store;
    }

    /** The word and its stems. */
    static List<Expansion.Form> own(Word word) {
        List<Expansion.Form> forms = new ArrayList<>();
        forms.add(new Expansion.Form(word.text(), WORD));
        word.stems().forEach(stem -> forms.add(new Expansion.Form(stem, STEM)));
        return forms;
    }

    /**
     * How much a word decides, in quarters: Robertson and Spärck Jones' inverse document frequency, coarse so that it rarely
     * changes.
     */
    int weight(Word word) throws IOException {
        int products = reader.docFreq(new Term(Fields.KIND, Fields.KIND_PRODUCT));
        int having = having(word);
        if (having == 0) {
            return UNKNOWN_WEIGHT;
        }
        double rarity = Math.log(1 + (products - having + 0.5) / (having + 0.5));
        return (int) Math.max(1, Math.min(100, Math.round(rarity * QUARTERS)));
    }

    private int having(Word word) throws IOException {
        int most = 0;
        for (String field : ALL) {
            for (String form : word.forms()) {
                most = Math.max(most, reader.docFreq(new Term(field, form)));
            }
        }
        return most;
    }

    /** The word's own forms when there are any; otherwise words that begin with it or are spelt nearly like it. */
    Expansion expand(Word word) throws IOException {
        List<Expansion.Form> forms = new ArrayList<>(own(word));
        if (having(word) > 0 && isInStore(ALL, word.forms())) {
            return new Expansion(forms, null);
        }
        Map<String, Integer> begun = new HashMap<>();
        Map<String, Integer> nearly = new HashMap<>();
        Map<String, Integer> farther = new HashMap<>();
        for (String field : TELLING) {
            Terms terms = MultiTerms.getTerms(reader, field);
            if (terms != null) {
                collectBegun(terms, word.text(), begun);
                collectLike(terms, field, word, nearly, farther);
            }
        }
        farther.keySet().removeAll(nearly.keySet());
        addBest(begun, BEGUN, forms);
        addBest(nearly, ONE_TYPO, forms);
        addBest(farther, TWO_TYPOS, forms);
        return new Expansion(
                forms,
                likeliestInStore(begun) == null ? likeliest(word.text(), nearly.isEmpty() ? farther : nearly) : null);
    }

    private static void collectBegun(Terms terms, String beginning, Map<String, Integer> found) throws IOException {
        if (beginning.length() < SHORTEST_BEGINNING) {
            return;
        }
        BytesRef prefix = new BytesRef(beginning);
        TermsEnum each = terms.iterator();
        if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return;
        }
        BytesRef term = each.term();
        for (int seen = 0; term != null && seen < MOST_SEEN && StringHelper.startsWith(term, prefix); seen++) {
            found.merge(term.utf8ToString(), each.docFreq(), Integer::sum);
            term = each.next();
        }
    }

    private static void collectLike(
            Terms terms, String field, Word word, Map<String, Integer> nearly, Map<String, Integer> farther)
            throws IOException {
        for (int typos = 1; typos <= word.typosAllowed(); typos++) {
            Map<String, Integer> found = typos == 1 ? nearly : farther;
            FuzzyTermsEnum each = new FuzzyTermsEnum(terms, new Term(field, word.text()), typos, 1, true);
            BytesRef term = each.next();
            for (int seen = 0; term != null && seen < MOST_SEEN; seen++) {
                found.merge(term.utf8ToString(), each.docFreq(), Integer::sum);
                term = each.next();
            }
        }
    }

    private static void addBest(Map<String, Integer> found, int tenths, List<Expansion.Form> forms) {
        found.entrySet().stream()
                .sorted(byFrequency())
                .limit(MOST)
                .forEach(entry -> forms.add(new Expansion.Form(entry.getKey(), tenths)));
    }

    /** What is written often, in the way one slips most easily: the noisy channel of Kernighan, Church and Gale (1990). */
    private @Nullable String likeliest(String typed, Map<String, Integer> found) throws IOException {
        Map<String, Integer> likelihood = new HashMap<>();
        found.forEach((meant, frequency) -> likelihood.put(
                meant, Math.multiplyExact(frequency, Slip.of(typed, meant).likelihood())));
        return likeliestInStore(likelihood);
    }

    private @Nullable String likeliestInStore(Map<String, Integer> likelihood) throws IOException {
        List<String> likeliestFirst = likelihood.entrySet().stream()
                .sorted(byFrequency())
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
        for (String meant : likeliestFirst) {
            if (isInStore(TELLING, List.of(meant))) {
                return meant;
            }
        }
        return null;
    }

    /** A word that only other stores use is as good as unknown, and never what was meant. */
    private boolean isInStore(List<String> fields, List<String> forms) throws IOException {
        if (store == null) {
            return true;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        fields.forEach(field ->
                forms.forEach(form -> any.add(new TermQuery(new Term(field, form)), BooleanClause.Occur.SHOULD)));
        return searcher.count(new BooleanQuery.Builder()
                        .add(any.build(), BooleanClause.Occur.FILTER)
                        .add(new TermQuery(new Term(Fields.STORE, store.value())), BooleanClause.Occur.FILTER)
                        .build())
                > 0;
    }

    private static Comparator<Map.Entry<String, Integer>> byFrequency() {
        return Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
    }
}
