package io.niaga.search.query.lucene;

import java.io.IOException;
import java.util.List;

/**
 * Decides in one segment which variants fit the filters, and counts facets on the way. A variant that fails only the filter
 * of a facet's own name is still counted there: choosing one value must not hide the others.
 *
 * @param ownOf by filter, the counters of the same name
 */
record Filtering(List<Condition> conditions, List<Counter.OfSegment> counters, List<List<Counter.OfSegment>> ownOf) {

    /** Whether only the products of the page have to be looked at. */
    boolean countsNothing() {
        return counters.isEmpty();
    }

    boolean fits(int variant, int product) throws IOException {
        int failed = -1;
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).holds(variant, product)) {
                if (failed >= 0 || ownOf.get(i).isEmpty()) {
                    return false;
                }
                failed = i;
            }
        }
        for (Counter.OfSegment counter : failed < 0 ? counters : ownOf.get(failed)) {
            counter.count(variant, product);
        }
        return failed < 0;
    }
}
