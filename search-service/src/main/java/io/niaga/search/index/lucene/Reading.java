package io.niaga.search.index.lucene;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something that is read from the index as it is at one moment. */
@FunctionalInterface
public interface Reading<T extends @Nullable Object> {
    T from(View view) throws IOException;
}
