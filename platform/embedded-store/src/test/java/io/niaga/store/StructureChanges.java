package io.niaga.store;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoServerException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bson.Document;

/** Collections and indexes that come, are renamed and go: a killed store holds all that was acknowledged, and the step under way whole or not at all. */
final class StructureChanges {
    private static final String UNIQUE = "[_id_, u_1]";
    private static final String PLAIN = "[_id_]";

    /** Per collection the number of documents and the indexes, as acknowledged, and with the step that was under way. */
    private Map<String, String> acknowledged = new TreeMap<>();

    private volatile Map<String, String> awaited;
    private int steps;

    int steps() {
        return steps;
    }

    /** Until the store is gone. */
    void change(MongoDatabase database, int round, BooleanSupplier goOn, List<String> problems) {
        try {
            for (int i = 0; goOn.getAsBoolean(); i++) {
                cycle(database, "d_" + round + "_" + i, i);
            }
        } catch (MongoServerException e) {
            problems.add("refused: " + e.getMessage());
        } catch (MongoException e) {
            return; // killed
        }
    }

    private void cycle(MongoDatabase database, String name, int turn) {
        var made = database.getCollection(name);
        step(all -> all.put(name, "1 " + PLAIN), () -> made.insertOne(new Document("_id", 0).append("u", 0)));
        step(
                all -> all.put(name, "1 " + UNIQUE),
                () -> made.createIndex(Indexes.ascending("u"), new IndexOptions().unique(true)));
        step(all -> all.put(name, "2 " + UNIQUE), () -> made.insertOne(new Document("_id", 1).append("u", 1)));
        String renamed = name + "r";
        step(
                all -> {
                    all.remove(name);
                    all.put(renamed, "2 " + UNIQUE);
                },
                () -> made.renameCollection(new MongoNamespace(database.getName(), renamed)));
        var moved = database.getCollection(renamed);
        step(all -> all.put(renamed, "3 " + UNIQUE), () -> moved.insertOne(new Document("_id", 9).append("u", 9)));
        step(all -> all.put(renamed, "3 " + PLAIN), () -> moved.dropIndex("u_1"));
        step(
                all -> all.put("d_out", "3 " + PLAIN),
                () -> moved.aggregate(List.of(new Document("$out", "d_out"))).toCollection());
        if (turn % 3 != 0) {
            step(all -> all.remove(renamed), moved::drop);
        }
    }

    private void step(Consumer<Map<String, String>> effect, Runnable change) {
        Map<String, String> after = new TreeMap<>(acknowledged);
        effect.accept(after);
        awaited = after;
        change.run();
        acknowledged = after;
        awaited = null;
        steps++;
    }

    /** What a store that was started again does not hold as it should; what it holds is the new truth. */
    List<String> violations(MongoDatabase database) {
        Map<String, String> found = found(database);
        List<String> violations = found.equals(acknowledged) || found.equals(awaited)
                ? List.of()
                : List.of("structure: acknowledged %s, awaited %s, found %s".formatted(acknowledged, awaited, found));
        acknowledged = found;
        awaited = null;
        return violations;
    }

    private static Map<String, String> found(MongoDatabase database) {
        Map<String, String> found = new TreeMap<>();
        for (String name : database.listCollectionNames()) {
            if (name.startsWith("d_")) {
                var collection = database.getCollection(name);
                List<String> indexes = collection
                        .listIndexes()
                        .map(index -> index.getString("name"))
                        .into(new ArrayList<>());
                indexes.sort(String::compareTo);
                int documents = collection.find().into(new ArrayList<>()).size();
                long byIndex = collection.countDocuments(new Document("u", new Document("$gte", 0)));
                found.put(name, documents + (byIndex == documents ? " " : " but " + byIndex + " ") + indexes);
            }
        }
        return found;
    }
}
