package io.niaga.search.query.lucene;

import io.niaga.search.query.Found;
import java.io.IOException;
import org.apache.lucene.index.LeafReader;

/** Counts the products that have each value of one facet, over all segments. For one question. */
interface Counter {
    /** Counts within one segment; asked with ever higher documents, and for each variant that fits. */
    @FunctionalInterface
    interface OfSegment {
        void count(int variant, int product) throws IOException;
    }

    /** The folded name of the facet; a filter of the same name does not narrow it. */
    String name();

    OfSegment in(LeafReader leaf) throws IOException;

    /** After the last document of a segment. */
    default void endSegment() throws IOException {}

    Found.Facet facet();
}
