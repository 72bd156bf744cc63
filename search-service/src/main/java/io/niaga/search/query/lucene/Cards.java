package io.niaga.search.query.lucene;

import io.niaga.search.index.Availability;
import io.niaga.search.index.Price;
import io.niaga.search.index.lucene.Card;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.query.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** Reads what the items of a page show. */
final class Cards {
    private Cards() {}

    static List<Found.Item> of(List<Hit> hits, IndexReader reader) throws IOException {
        List<Found.Item> items = new ArrayList<>();
        for (Hit hit : hits) {
            items.add(item(hit, reader.leaves().get(hit.segment()).reader()));
        }
        return items;
    }

    private static Found.Item item(Hit hit, LeafReader leaf) throws IOException {
        Card card = Card.decode(binary(leaf, Fields.CARD, hit.product()));
        SortedDocValues currency = DocValues.getSorted(leaf, Fields.CURRENCY);
        if (!currency.advanceExact(hit.variant())) {
            throw missing(Fields.CURRENCY);
        }
        Price price = new Price(
                number(leaf, Fields.PRICE, hit.variant()),
                currency.lookupOrd(currency.ordValue()).utf8ToString());
        return new Found.Item(
                card.id(),
                card.storeId(),
                card.slug(),
                card.names(),
                card.image(),
                binary(leaf, Fields.SKU, hit.variant()).utf8ToString(),
                price,
                Availability.ofRank(number(leaf, Fields.AVAILABILITY, hit.variant())));
    }

    private static BytesRef binary(LeafReader leaf, String field, int document) throws IOException {
        BinaryDocValues values = DocValues.getBinary(leaf, field);
        if (!values.advanceExact(document)) {
            throw missing(field);
        }
        return values.binaryValue();
    }

    private static long number(LeafReader leaf, String field, int document) throws IOException {
        NumericDocValues values = DocValues.getNumeric(leaf, field);
        if (!values.advanceExact(document)) {
            throw missing(field);
        }
        return values.longValue();
    }

    private static IllegalStateException missing(String field) {
        return new IllegalStateException("a document of the index has no " + field);
    }
}
