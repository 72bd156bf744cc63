package io.niaga.testsupport;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/** All documents of a database, to see that nothing changed. */
public final class Contents {
    private Contents() {}

    /** By collection, in the order of their ids; without the collections named. */
    public static Map<String, List<Document>> of(MongoDatabase database, String... without) {
        Map<String, List<Document>> contents = new TreeMap<>();
        Set<String> left = Set.of(without);
        for (String name : database.listCollectionNames()) {
            if (!left.contains(name) && !name.startsWith("system.")) {
                contents.put(
                        name,
                        database.getCollection(name)
                                .find()
                                .sort(new Document("_id", 1))
                                .into(new ArrayList<>()));
            }
        }
        return contents;
    }
}
