package io.niaga.search.query.lucene;

import io.niaga.search.index.Categories;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.query.Strictness;
import io.niaga.search.text.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The words of a question as a query on products; filters are not its business. */
final class TextQuery {
    /** In a fixed order, so that scores are summed alike everywhere. */
    private static final List<BoostedField> FIELDS = List.of(
            new BoostedField(Fields.NAME, 6f),
            new BoostedField(Fields.BRAND, 4f),
            new BoostedField(Fields.OPTIONS, 3f),
            new BoostedField(Fields.SPECIFICATION, 1.5f),
            new BoostedField(Fields.TEXT, 0.7f));

    private static final float CATEGORY_BOOST = 4f;
    private static final float SKU_BOOST = 10_000f;
    private static final float BEGUN_SKU_BOOST = 20f;
    private static final float PHRASE_BOOST = 2f;
    /** How much the fields beside the best one add. */
    private static final float OTHER_FIELDS = 0.15f;

    private static final float COMMON_FACTOR = 0.2f;
    private static final float TENTH = 0.1f;
    private static final float QUARTER = 0.25f;
    private static final int SHORTEST_SKU = 3;

    private record BoostedField(String name, float boost) {}

    private final Asked asked;
    private final Categories categories;
    private final List<Integer> weights;
    private final List<Expansion> expansions;

    /** With a weight and an expansion for each word. */
    TextQuery(Asked asked, Categories categories, List<Integer> weights, List<Expansion> expansions) {
        this.asked = asked;
        this.categories = categories;
        this.weights = weights;
        this.expansions = expansions;
    }

    Query query(Strictness strictness) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        if (!asked.words().isEmpty()) {
            any.add(words(strictness), Occur.SHOULD);
        }
        for (String sku : asked.skus()) {
            any.add(constant(new TermQuery(new Term(Fields.SKUS, sku)), SKU_BOOST), Occur.SHOULD);
            if (strictness != Strictness.EXACT && sku.length() >= SHORTEST_SKU) {
                any.add(constant(new PrefixQuery(new Term(Fields.SKUS, sku)), BEGUN_SKU_BOOST), Occur.SHOULD);
            }
        }
        return any.setMinimumNumberShouldMatch(1).build();
    }

    private Query words(Strictness strictness) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean onlyCommon = asked.onlyCommon();
        int deciding = 0;
        for (int i = 0; i < asked.words().size(); i++) {
            Word word = asked.words().get(i);
            boolean decides = onlyCommon || !word.common();
            deciding += decides ? 1 : 0;
            Occur occur = decides && strictness != Strictness.SOME ? Occur.MUST : Occur.SHOULD;
            all.add(word(i, decides ? 1 : COMMON_FACTOR), occur);
        }
        if (strictness == Strictness.SOME) {
            all.setMinimumNumberShouldMatch(Math.max(1, deciding / 2));
        }
        addPhrase(all, strictness);
        return all.build();
    }

    private Query word(int number, float factor) {
        float weight = weights.get(number) * QUARTER * factor;
        List<Expansion.Form> forms = expansions.get(number).forms();
        List<Query> fields = new ArrayList<>();
        FIELDS.forEach(field -> fields.add(new BoostQuery(anyForm(field.name(), forms), field.boost() * weight)));
        Set<String> ids = new HashSet<>();
        forms.forEach(form -> ids.addAll(categories.named(form.text())));
        if (!ids.isEmpty()) {
            List<BytesRef> terms = ids.stream().map(BytesRef::new).toList();
            fields.add(constant(new TermInSetQuery(Fields.CATEGORY, terms), CATEGORY_BOOST * weight));
        }
        return new DisjunctionMaxQuery(fields, OTHER_FIELDS);
    }

    /** All forms count as one word, so that having several of them is no merit. */
    private static Query anyForm(String field, List<Expansion.Form> forms) {
        SynonymQuery.Builder builder = new SynonymQuery.Builder(field);
        forms.forEach(form -> builder.addTerm(new Term(field, form.text()), form.tenths() * TENTH));
        return builder.build();
    }

    /** Words side by side in a name are worth more than the same words apart. */
    private void addPhrase(BooleanQuery.Builder all, Strictness strictness) {
        if (asked.words().size() < 2 || strictness != Strictness.EXACT) {
            return;
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(2);
        asked.words().forEach(word -> phrase.add(new Term(Fields.NAME, word.text())));
        all.add(new BoostQuery(phrase.build(), PHRASE_BOOST), Occur.SHOULD);
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
