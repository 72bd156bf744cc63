package io.niaga.search.index.lucene;

import io.niaga.search.index.CategoryEntry;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;

/** All that readers of an index see, as text by id: two indexes that were told the same have the same contents. */
public final class IndexContents {
    private IndexContents() {}

    public static SortedMap<String, String> of(View view) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (LeafReaderContext leaf : view.searcher().getIndexReader().leaves()) {
            add(leaf.reader(), contents);
        }
        for (CategoryEntry category : view.categories().all()) {
            contents.put(category.id(), category.toString());
        }
        return contents;
    }

    private static void add(LeafReader leaf, SortedMap<String, String> contents) throws IOException {
        Bits live = leaf.getLiveDocs();
        BinaryDocValues cards = DocValues.getBinary(leaf, Fields.CARD);
        NumericDocValues sequences = DocValues.getNumeric(leaf, Fields.SEQUENCE);
        NumericDocValues variants = DocValues.getNumeric(leaf, Fields.VARIANTS);
        Variants in = new Variants(leaf);
        while (cards.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
            int product = cards.docID();
            if (live == null || live.get(product)) {
                Card card = Card.decode(cards.binaryValue());
                StringBuilder text = new StringBuilder(card + " at " + value(sequences, product));
                for (int variant = product - (int) value(variants, product); variant < product; variant++) {
                    text.append(in.text(variant));
                }
                contents.put(card.id(), text.toString());
            }
        }
    }

    /** What variants hold in one part of the index, in their order. */
    private static final class Variants {
        private final BinaryDocValues skus;
        private final NumericDocValues prices;
        private final SortedDocValues currencies;
        private final NumericDocValues availability;

        Variants(LeafReader leaf) throws IOException {
            skus = DocValues.getBinary(leaf, Fields.SKU);
            prices = DocValues.getNumeric(leaf, Fields.PRICE);
            currencies = DocValues.getSorted(leaf, Fields.CURRENCY);
            availability = DocValues.getNumeric(leaf, Fields.AVAILABILITY);
        }

        String text(int variant) throws IOException {
            String sku = skus.advanceExact(variant) ? skus.binaryValue().utf8ToString() : "?";
            String currency = currencies.advanceExact(variant)
                    ? currencies.lookupOrd(currencies.ordValue()).utf8ToString()
                    : "?";
            return ", %s %d %s %d".formatted(sku, value(prices, variant), currency, value(availability, variant));
        }
    }

    private static long value(NumericDocValues values, int document) throws IOException {
        return values.advanceExact(document) ? values.longValue() : -1;
    }
}
