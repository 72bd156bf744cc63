package io.niaga.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order of a query, for candidates that come in another one; holds no more than the documents that are wanted. */
final class DocumentSort {
    private final String[] paths;
    private final boolean[] descending;

    DocumentSort(Document orderBy) {
        paths = orderBy.keySet().toArray(String[]::new);
        descending = new boolean[paths.length];
        for (int i = 0; i < paths.length; i++) {
            descending[i] = descends(orderBy.get(paths[i]));
        }
    }

    /** Whether a direction of an order, as a query writes it, goes down. */
    static boolean descends(@Nullable Object direction) {
        return direction instanceof Number number && number.intValue() < 0;
    }

    /** The first {@code top} documents, or all for 0; those that compare equal keep their order. */
    Stream<Document> sorted(Stream<Document> documents, int top) {
        List<Keyed> all = new ArrayList<>();
        PriorityQueue<Keyed> first = new PriorityQueue<>(Comparator.reverseOrder());
        long[] position = {0};
        documents.forEach(document -> {
            Keyed keyed = new Keyed(key(document), position[0]++, document);
            if (top == 0) {
                all.add(keyed);
            } else {
                keepFirst(first, keyed, top);
            }
        });
        all.addAll(first);
        return all.stream().sorted().map(Keyed::document);
    }

    private static void keepFirst(PriorityQueue<Keyed> first, Keyed keyed, int top) {
        if (first.size() < top) {
            first.add(keyed);
        } else if (keyed.compareTo(first.element()) < 0) {
            first.remove();
            first.add(keyed);
        }
    }

    private byte[] key(Document document) {
        byte[] key = {};
        for (int i = 0; i < paths.length; i++) {
            key = KeyEncoding.join(key, key(document, i));
        }
        return key;
    }

    /** An array counts as its lowest element, or its highest when the order descends. */
    private byte[] key(Document document, int i) {
        Object value = Utils.getSubdocumentValueCollectionAware(document, paths[i]);
        Collection<?> elements = value instanceof Collection<?> list ? list : Collections.singletonList(value);
        return elements.stream()
                .map(element -> KeyEncoding.encode(element, descending[i]))
                .min(Arrays::compareUnsigned)
                .orElseGet(() -> KeyEncoding.encode(KeyEncoding.EMPTY_ARRAY, descending[i]));
    }

    private static final class Keyed implements Comparable<Keyed> {
        private final byte[] key;
        private final long position;
        private final Document document;

        Keyed(byte[] key, long position, Document document) {
            this.key = key;
            this.position = position;
            this.document = document;
        }

        Document document() {
            return document;
        }

        @Override
        public int compareTo(Keyed other) {
            int byKey = Arrays.compareUnsigned(key, other.key);
            return byKey != 0 ? byKey : Long.compare(position, other.position);
        }
    }
}
