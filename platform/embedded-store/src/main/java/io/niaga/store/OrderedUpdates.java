package io.niaga.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The updates of one ordered command, one after the other: the first error ends them. The library would go on. */
final class OrderedUpdates {
    private int matched;
    private int modified;
    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();

    private OrderedUpdates() {}

    static Document run(Document command, List<?> updates, UnaryOperator<Document> single) {
        OrderedUpdates all = new OrderedUpdates();
        for (int i = 0; i < updates.size() && all.errors.isEmpty(); i++) {
            Document one = command.clone();
            one.put("updates", List.of(updates.get(i)));
            all.add(i, single.apply(one));
        }
        return all.reply();
    }

    private void add(int position, Document reply) {
        matched += count(reply.get("n"));
        modified += count(reply.get("nModified"));
        addAt(position, reply.get("upserted"), upserted);
        addAt(position, reply.get("writeErrors"), errors);
    }

    private static int count(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private static void addAt(int position, @Nullable Object found, List<Document> to) {
        if (found instanceof Collection<?> entries) {
            for (Object entry : entries) {
                to.add(((Document) entry).append("index", position));
            }
        }
    }

    private Document reply() {
        Document reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.put("writeErrors", errors);
        }
        Utils.markOkay(reply);
        return reply;
    }
}
