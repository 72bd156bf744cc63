package io.niaga.store;

import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the pipeline that this thread runs reads its collection.
 *
 * <p>Leading {@code $match}, {@code $sort}, {@code $skip} and {@code $limit} are read through the indexes; the library then
 * runs every stage all the same, so what is read is never less than a stage's input. Stages that may write into the documents
 * they are given get copies.
 */
final class AggregationReads {
    private static final ThreadLocal<@Nullable AggregationReads> CURRENT = new ThreadLocal<>();
    private static final Set<String> READ_ONLY =
            Set.of("$match", "$sort", "$skip", "$limit", "$group", "$count", "$sortByCount");

    private final StoreCollection source;
    private @Nullable QueryParameters leading;
    private final boolean copies;

    private AggregationReads(StoreCollection source, List<?> pipeline) {
        this.source = source;
        this.leading = leading(pipeline);
        this.copies = !pipeline.stream().allMatch(stage -> READ_ONLY.containsAll(((Document) stage).keySet()));
    }

    static Document during(StoreCollection source, List<?> pipeline, Supplier<Document> aggregation) {
        CURRENT.set(new AggregationReads(source, pipeline));
        try {
            return aggregation.get();
        } finally {
            CURRENT.remove();
        }
    }

    static boolean needCopies() {
        AggregationReads reads = CURRENT.get();
        return reads != null && reads.copies;
    }

    /** The documents the pipeline starts with; a second reading in the same pipeline gets all. */
    static Stream<Document> of(StoreCollection collection) {
        AggregationReads reads = CURRENT.get();
        QueryParameters parameters = reads == null || reads.source != collection ? null : reads.takeLeading();
        if (parameters != null && parameters.getLimit() > 0) {
            return Streams.of(collection.handleQuery(parameters).iterator());
        }
        // One after the other: what is counted or grouped may be more than fits into memory.
        Document match = parameters != null && parameters.getQuerySelector().get("$query") instanceof Document filter
                ? filter
                : new Document();
        Stream<Document> found = collection.each(match);
        return needCopies() ? found.map(Document::cloneDeeply) : found;
    }

    private @Nullable QueryParameters takeLeading() {
        QueryParameters taken = leading;
        leading = null;
        return taken;
    }

    private static @Nullable QueryParameters leading(List<?> pipeline) {
        Document match = null;
        Document sort = null;
        long skip = 0;
        long limit = 0;
        for (Object o : pipeline) {
            Document stage = (Document) o;
            if (skip == 0 && match == null && sort == null && stage.get("$match") instanceof Document m) {
                match = m;
            } else if (skip == 0 && sort == null && stage.get("$sort") instanceof Document s) {
                sort = s;
            } else if (skip == 0 && stage.get("$skip") instanceof Number n) {
                skip = n.longValue();
            } else {
                limit = stage.get("$limit") instanceof Number n ? skip + n.longValue() : 0;
                break;
            }
        }
        return parameters(match, limit > 0 ? sort : null, limit > Integer.MAX_VALUE ? 0 : (int) limit);
    }

    private static @Nullable QueryParameters parameters(@Nullable Document match, @Nullable Document sort, int limit) {
        if (match == null && sort == null) {
            return null;
        }
        Document selector = new Document("$query", match == null ? new Document() : match).append("$orderby", sort);
        return new QueryParameters(selector, 0, limit);
    }

    /** The driver's countDocuments, with or without a limit, when an index alone can answer it. */
    static @Nullable Document counted(StoreCollection collection, List<?> pipeline) {
        long most = mostCounted(pipeline);
        if (most <= 0
                || !(((Document) pipeline.getFirst()).get("$match") instanceof Document match)
                || match.isEmpty()
                || !new Document("_id", 1)
                        .append("n", new Document("$sum", 1))
                        .equals(((Document) pipeline.getLast()).get("$group"))) {
            return null;
        }
        long count = collection.countByIndex(match);
        return count <= 0 ? null : reply(collection.getFullName(), Math.min(count, most));
    }

    /** What stands between the first stage and the last: nothing or a limit; 0 for anything else. */
    private static long mostCounted(List<?> pipeline) {
        return switch (pipeline.size()) {
            case 2 -> Long.MAX_VALUE;
            case 3 -> ((Document) pipeline.get(1)).get("$limit") instanceof Number limit ? limit.longValue() : 0;
            default -> 0;
        };
    }

    private static Document reply(String namespace, long count) {
        Document counted = new Document("_id", 1).append("n", Math.toIntExact(count));
        Document cursor =
                new Document("firstBatch", List.of(counted)).append("id", 0L).append("ns", namespace);
        Document reply = new Document("cursor", cursor);
        Utils.markOkay(reply);
        return reply;
    }
}
