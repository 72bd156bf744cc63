package io.niaga.store;

import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;

/** What one change of a document does to one index: keys that enter before the change can be seen, keys that leave after it. */
record KeyChange(MVMap<byte[], Object> map, Object id, List<byte[]> entering, List<byte[]> leaving) {
    static KeyChange between(MVMap<byte[], Object> map, IndexKeys.Found before, IndexKeys.Found after, Object id) {
        List<byte[]> entering = without(after, before);
        List<byte[]> leaving = without(before, after);
        if (entering.isEmpty() && leaving.isEmpty()) {
            return new KeyChange(map, id, entering, leaving);
        }
        byte[] encodedId = KeyEncoding.encode(id, false);
        return new KeyChange(map, id, complete(entering, encodedId), complete(leaving, encodedId));
    }

    private static List<byte[]> without(IndexKeys.Found these, IndexKeys.Found those) {
        List<byte[]> different = new ArrayList<>(these.keys().size());
        for (byte[] key : these.keys()) {
            if (!those.has(key)) {
                different.add(key);
            }
        }
        return different;
    }

    private static List<byte[]> complete(List<byte[]> keys, byte[] encodedId) {
        keys.replaceAll(key -> KeyEncoding.join(key, encodedId));
        return keys;
    }

    void enter() {
        entering.forEach(key -> map.put(key, id));
    }

    void leave() {
        leaving.forEach(map::remove);
    }
}
