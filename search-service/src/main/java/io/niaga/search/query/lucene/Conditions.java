package io.niaga.search.query.lucene;

import io.niaga.search.index.Availability;
import io.niaga.search.index.Categories;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.query.Filter;
import io.niaga.search.query.PriceRange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongBitSet;
import org.apache.lucene.util.StringHelper;

/** Filters as conditions of a segment. */
final class Conditions {
    private Conditions() {}

    static Condition of(Filter filter, LeafReader leaf, Categories categories) throws IOException {
        return switch (filter) {
            case Filter.PriceIn price -> price(price.ranges(), leaf);
            case Filter.OneOf oneOf ->
                switch (oneOf.name()) {
                    case Filter.CATEGORY -> category(oneOf.values(), leaf, categories);
                    case Filter.AVAILABILITY -> availability(oneOf.values(), leaf);
                    default -> attribute(oneOf, leaf);
                };
        };
    }

    private static Condition price(List<PriceRange> ranges, LeafReader leaf) throws IOException {
        NumericDocValues prices = DocValues.getNumeric(leaf, Fields.PRICE);
        PriceRange[] wanted = ranges.toArray(PriceRange[]::new);
        return (variant, product) -> prices.advanceExact(variant) && isIn(wanted, prices.longValue());
    }

    /** Asked for every variant of a store: a stream each would cost more than the rest of the list. */
    private static boolean isIn(PriceRange[] wanted, long price) {
        for (PriceRange range : wanted) {
            if (range.holds(price)) {
                return true;
            }
        }
        return false;
    }

    private static Condition availability(List<String> values, LeafReader leaf) throws IOException {
        NumericDocValues ranks = DocValues.getNumeric(leaf, Fields.AVAILABILITY);
        boolean[] wanted = new boolean[Availability.values().length];
        for (Availability availability : Availability.values()) {
            wanted[availability.rank()] = values.contains(availability.name().toLowerCase(Locale.ROOT));
        }
        return (variant, product) -> ranks.advanceExact(variant) && wanted[(int) ranks.longValue()];
    }

    private static Condition category(List<String> values, LeafReader leaf, Categories categories) throws IOException {
        SortedSetDocValues ids = DocValues.getSortedSet(leaf, Fields.CATEGORY);
        LongBitSet wanted = new LongBitSet(Math.max(1, ids.getValueCount()));
        for (String value : values) {
            for (String id : categories.under(value)) {
                long ordinal = ids.lookupTerm(new BytesRef(id));
                if (ordinal >= 0) {
                    wanted.set(ordinal);
                }
            }
        }
        return (variant, product) -> hasAny(ids, product, wanted);
    }

    private static Condition attribute(Filter.OneOf filter, LeafReader leaf) throws IOException {
        String field = Fields.attribute(filter.name());
        SortedSetDocValues ofVariant = DocValues.getSortedSet(leaf, field);
        SortedSetDocValues ofProduct = DocValues.getSortedSet(leaf, field);
        LongBitSet wanted = new LongBitSet(Math.max(1, ofVariant.getValueCount()));
        for (String value : filter.values()) {
            setSpellings(ofVariant, value, wanted);
        }
        return (variant, product) -> hasAny(ofVariant, variant, wanted) || hasAny(ofProduct, product, wanted);
    }

    /** All spellings of a folded value stand side by side. */
    private static void setSpellings(SortedSetDocValues values, String folded, LongBitSet wanted) throws IOException {
        BytesRef prefix = new BytesRef(folded + Fields.FORMS);
        TermsEnum terms = values.termsEnum();
        if (terms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return;
        }
        BytesRef term = terms.term();
        while (term != null && StringHelper.startsWith(term, prefix)) {
            wanted.set(terms.ord());
            term = terms.next();
        }
    }

    private static boolean hasAny(SortedSetDocValues values, int document, LongBitSet wanted) throws IOException {
        if (values.advanceExact(document)) {
            for (int i = 0; i < values.docValueCount(); i++) {
                if (wanted.get(values.nextOrd())) {
                    return true;
                }
            }
        }
        return false;
    }
}
