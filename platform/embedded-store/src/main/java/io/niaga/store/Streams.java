package io.niaga.store;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;

/** Cursors over maps as streams, read as far as the consumer asks. */
final class Streams {
    private Streams() {}

    static <T> Stream<T> of(Iterator<T> iterator) {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, traits), false);
    }

    static <V> Stream<V> valuesOf(Cursor<?, V> cursor) {
        return of(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public V next() {
                cursor.next();
                return cursor.getValue();
            }
        });
    }
}
