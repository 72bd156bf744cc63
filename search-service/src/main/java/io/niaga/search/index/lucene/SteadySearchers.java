package io.niaga.search.index.lucene;

import io.niaga.search.text.lucene.SteadySimilarity;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/** Makes searchers that score alike. */
final class SteadySearchers extends SearcherFactory {
    private final SteadySimilarity similarity;

    SteadySearchers(SteadySimilarity similarity) {
        this.similarity = similarity;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        return searcher;
    }
}
