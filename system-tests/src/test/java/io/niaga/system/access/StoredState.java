package io.niaga.system.access;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** A fingerprint of everything every service keeps, to see that nothing changed. */
final class StoredState {
    private final Site site;

    StoredState(Site site) {
        this.site = site;
    }

    /** By database and collection. */
    Map<String, Integer> now() {
        Map<String, Integer> state = new TreeMap<>();
        site.databases().forEach(database -> {
            for (String collection : database.listCollectionNames()) {
                int hash = hash(database, collection);
                // A refused call claims its key of repetition and gives it back: what is left of the first one is a
                // collection
                // with nothing in it.
                if (hash != 0) {
                    state.put(database.getName() + "." + collection, hash);
                }
            }
        });
        if (state.isEmpty()) {
            throw new AssertionError("nothing is stored anywhere");
        }
        return state;
    }

    private static int hash(MongoDatabase database, String collection) {
        int hash = 0;
        for (Document document : database.getCollection(collection).find()) {
            hash += document.hashCode();
        }
        return hash;
    }

    /** The state when nothing has moved for a moment: what was begun before is finished. */
    Map<String, Integer> settled() throws InterruptedException {
        Map<String, Integer> before = now();
        for (int i = 0; i < 20; i++) {
            Thread.sleep(1500);
            Map<String, Integer> after = now();
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new AssertionError("the system does not come to rest");
    }

    static Set<String> changed(Map<String, Integer> before, Map<String, Integer> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> java.util.Objects.equals(before.get(name), after.get(name)));
        return names;
    }
}
