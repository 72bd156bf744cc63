package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/** One way to the documents of a query: candidates in some order, to which the filter is still applied. */
sealed interface Plan permits IdPlan, IdRangePlan, IndexPlan {
    /** Candidates there are, about. */
    long count();

    /** Whether they come in the order asked for. */
    boolean sorted();

    /** Whether they are exactly the documents asked for. */
    boolean covered();

    /** What reading starts with, in candidates. */
    int overhead();

    Stream<Object> ids();

    default Stream<Document> read(MVMap<Object, Document> documents) {
        return ids().map(documents::get).filter(Objects::nonNull);
    }

    default double cost(boolean sortWanted, int top) {
        return cost((double) count(), !sortWanted || sorted(), covered(), top) + overhead();
    }

    /** In candidates read; {@code top} is how many documents are wanted, 0 for all. Guessed: every fourth one matches at least. */
    static double cost(double count, boolean sorted, boolean covered, int top) {
        if (!sorted) {
            return count * 1.5;
        }
        if (top == 0) {
            return count;
        }
        return Math.min(count, covered ? top : top + count / 4);
    }
}
