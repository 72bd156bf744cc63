package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Refuses an index that MongoDB would refuse beside one that is there; one that is there already is no conflict. */
final class IndexConflict {
    private static final int OPTIONS_CONFLICT = 85;

    private IndexConflict() {}

    static void refuse(Document known, Document wanted) {
        if (!same(known, wanted, "ns") || !sameKey(known, wanted)) {
            return;
        }
        if (!same(known, wanted, "name")) {
            if (same(known, wanted, "partialFilterExpression")) {
                throw conflict("Index already exists with a different name: " + known.get("name"));
            }
        } else if (!same(known, wanted, "expireAfterSeconds")) {
            throw conflict("An equivalent index already exists with the same name but different options");
        }
    }

    private static boolean same(Document known, Document wanted, String option) {
        return Objects.equals(known.get(option), wanted.get(option));
    }

    /** The order of the paths matters; the key of the _id index conflicts with nothing. */
    private static boolean sameKey(Document known, Document wanted) {
        return known.get("key") instanceof Document a
                && wanted.get("key") instanceof Document b
                && !a.keySet().equals(Set.of("_id"))
                && a.equals(b)
                && List.copyOf(a.keySet()).equals(List.copyOf(b.keySet()));
    }

    private static MongoServerError conflict(String message) {
        return new MongoServerError(OPTIONS_CONFLICT, "IndexOptionsConflict", message);
    }
}
