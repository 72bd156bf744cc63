package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The maps of the store's file: {@code databases.DB.COLLECTION} for documents, {@code DB.COLLECTION._index_NAME} for keys. */
final class CollectionMaps {
    private static final String DOCUMENTS = "databases.";
    private static final String INDEX = "._index_";

    private final MVStore store;

    CollectionMaps(MVStore store) {
        this.store = store;
    }

    MVMap<Object, Document> documents(String namespace) {
        var map = new MVMap.Builder<Object, Document>().keyType(new IdType()).valueType(new DocumentType());
        return store.openMap(DOCUMENTS + namespace, map);
    }

    MVMap<byte[], Object> index(String namespace, String index) {
        var map = new MVMap.Builder<byte[], Object>().keyType(new KeyType()).valueType(new IdType());
        return store.openMap(namespace + INDEX + index, map);
    }

    void removeDocuments(String namespace) {
        store.removeMap(DOCUMENTS + namespace);
    }

    void removeIndex(String namespace, String index) {
        store.removeMap(namespace + INDEX + index);
    }

    void rename(String from, String to) {
        for (String name : List.copyOf(store.getMapNames())) {
            if (name.equals(DOCUMENTS + from)) {
                store.renameMap(store.openMap(name), DOCUMENTS + to);
            } else if (name.startsWith(from + INDEX)) {
                store.renameMap(store.openMap(name), to + name.substring(from.length()));
            }
        }
    }

    long fileBytes() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }
}
