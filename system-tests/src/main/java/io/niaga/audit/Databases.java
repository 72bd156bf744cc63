package io.niaga.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The services' databases, read page by page along {@code _id}, so that memory does not grow with what is there. */
final class Databases {
    static final int PAGE = 500;
    private static final String PREFIX = "niaga_";
    private final MongoClient mongo;

    Databases(MongoClient mongo) {
        this.mongo = mongo;
    }

    /** A collection by {@code <database without niaga_>.<collection>}. */
    MongoCollection<Document> of(String name) {
        int dot = name.indexOf('.');
        return mongo.getDatabase(PREFIX + name.substring(0, dot)).getCollection(name.substring(dot + 1));
    }

    /** All collections of all services, as {@link #of} takes them. */
    List<String> all() {
        List<String> names = new ArrayList<>();
        for (String database : mongo.listDatabaseNames()) {
            if (database.startsWith(PREFIX)) {
                MongoDatabase found = mongo.getDatabase(database);
                found.listCollectionNames()
                        .forEach(name -> names.add(database.substring(PREFIX.length()) + "." + name));
            }
        }
        return names;
    }

    /** Every document, in pages of at most {@link #PAGE}, by rising {@code _id}. */
    void pages(String name, Bson projection, Consumer<List<Document>> page) {
        Bson from = new Document();
        List<Document> found;
        do {
            found = of(name).find(from)
                    .projection(projection)
                    .sort(Sorts.ascending("_id"))
                    .limit(PAGE)
                    .into(new ArrayList<>(PAGE));
            if (!found.isEmpty()) {
                page.accept(found);
                from = Filters.gt("_id", found.getLast().get("_id"));
            }
        } while (found.size() == PAGE);
    }

    void pages(String name, Consumer<List<Document>> page) {
        pages(name, new Document(), page);
    }

    void each(String name, Consumer<Document> each) {
        pages(name, page -> page.forEach(each));
    }

    /** Those of the ids that are there, by id. */
    Map<String, Document> byId(String name, Collection<String> ids) {
        return byId(name, ids, new Document());
    }

    Map<String, Document> byId(String name, Collection<String> ids, Bson projection) {
        Map<String, Document> found = new HashMap<>();
        of(name).find(Filters.in("_id", ids)).projection(projection).forEach(d -> found.put(Fields.id(d), d));
        return found;
    }

    static Bson only(String... fields) {
        return Projections.include(fields);
    }
}
