package io.niaga.search.behaviour.lucene;

import io.niaga.search.behaviour.KnownProducts;
import io.niaga.search.index.lucene.Card;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.index.lucene.LuceneIndex;
import io.niaga.types.StoreId;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Looks products up in the index that is searched; before there is one, nothing is known. */
public final class IndexedProducts implements KnownProducts {
    private final LuceneIndex index;

    public IndexedProducts(LuceneIndex index) {
        this.index = index;
    }

    @Override
    public boolean hasStore(StoreId store) {
        Boolean has = index.read(view -> first(view.searcher(), query(store, null, null)) != null);
        return has != null && has;
    }

    @Override
    public Optional<String> find(StoreId store, @Nullable String productId, @Nullable String sku) {
        Optional<String> found =
                index.read(view -> Optional.ofNullable(first(view.searcher(), query(store, productId, sku))));
        return found == null ? Optional.empty() : found;
    }

    private static BooleanQuery query(StoreId store, @Nullable String productId, @Nullable String sku) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(Fields.STORE, store.value())), Occur.FILTER);
        if (productId != null) {
            all.add(new TermQuery(new Term(Fields.PRODUCT, productId)), Occur.FILTER);
        }
        if (sku != null) {
            all.add(new TermQuery(new Term(Fields.SKUS, sku.toLowerCase(Locale.ROOT))), Occur.FILTER);
        }
        return all.build();
    }

    private static @Nullable String first(IndexSearcher searcher, BooleanQuery query) throws IOException {
        for (ScoreDoc hit : searcher.search(query, 1).scoreDocs) {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            BinaryDocValues cards = DocValues.getBinary(leaf.reader(), Fields.CARD);
            if (cards.advanceExact(hit.doc - leaf.docBase)) {
                return Card.decode(cards.binaryValue()).id();
            }
        }
        return null;
    }
}
