package io.niaga.search.query.lucene;

import java.util.Comparator;

/** A product that fits, its place in the order, and the variant it is shown by; documents are numbers in that segment. */
record Hit(long key, long tie, int segment, int product, int variant) {
    static final Comparator<Hit> ORDER = Comparator.comparingLong(Hit::key).thenComparingLong(Hit::tie);
}
