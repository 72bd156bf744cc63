package io.niaga.search.query.lucene;

import io.niaga.search.index.lucene.Fields;
import io.niaga.search.text.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;

/**
 * By which variant a product is shown, among those that fit the filters: the one whose SKU was asked for, else with most of
 * the words in its options, else one that can be had, else the cheapest, else the first. Within one segment, upwards.
 */
final class VariantChoice {
    private static final int SKU_WEIGHT = 100;

    private final NumericDocValues prices;
    private final NumericDocValues availabilities;
    private final List<List<PostingsEnum>> words = new ArrayList<>();
    private final List<PostingsEnum> skus = new ArrayList<>();
    private long price;
    private long availability;

    VariantChoice(LeafReader leaf, List<Word> asked, List<String> askedSkus) throws IOException {
        prices = DocValues.getNumeric(leaf, Fields.PRICE);
        availabilities = DocValues.getNumeric(leaf, Fields.AVAILABILITY);
        for (Word word : asked) {
            List<PostingsEnum> forms = new ArrayList<>();
            for (String form : word.forms()) {
                addPostings(leaf, new Term(Fields.WORDS, form), forms);
            }
            if (!forms.isEmpty()) {
                words.add(forms);
            }
        }
        for (String sku : askedSkus) {
            addPostings(leaf, new Term(Fields.SKU_WORD, sku), skus);
        }
    }

    private static void addPostings(LeafReader leaf, Term term, List<PostingsEnum> to) throws IOException {
        PostingsEnum found = leaf.postings(term, PostingsEnum.NONE);
        if (found != null) {
            to.add(found);
        }
    }

    /** The best of the first {@code count} of these, which ascend; its price and availability are then known here. */
    int best(int[] variants, int count) throws IOException {
        int best = -1;
        int bestWords = -1;
        for (int i = 0; i < count; i++) {
            int variant = variants[i];
            int fitting = fitting(variant);
            long itsPrice = prices.advanceExact(variant) ? prices.longValue() : 0;
            long itsAvailability = availabilities.advanceExact(variant) ? availabilities.longValue() : 0;
            if (fitting > bestWords || (fitting == bestWords && isBetter(itsPrice, itsAvailability))) {
                best = variant;
                bestWords = fitting;
                price = itsPrice;
                availability = itsAvailability;
            }
        }
        return best;
    }

    long price() {
        return price;
    }

    boolean isOut() {
        return availability == 0;
    }

    private boolean isBetter(long itsPrice, long itsAvailability) {
        boolean can = itsAvailability > 0;
        return can == isOut() ? can : itsPrice < price;
    }

    private int fitting(int variant) throws IOException {
        int fitting = 0;
        for (List<PostingsEnum> forms : words) {
            fitting += isIn(forms, variant) ? 1 : 0;
        }
        return fitting + (isIn(skus, variant) ? SKU_WEIGHT : 0);
    }

    private static boolean isIn(List<PostingsEnum> postings, int document) throws IOException {
        boolean found = false;
        for (PostingsEnum each : postings) {
            int at = each.docID() < document ? each.advance(document) : each.docID();
            found |= at == document;
        }
        return found;
    }
}
