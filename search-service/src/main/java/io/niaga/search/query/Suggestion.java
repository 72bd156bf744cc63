package io.niaga.search.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody who is still typing may mean. */
public sealed interface Suggestion {
    /** Words to search for, as they are typed. */
    record Phrase(String text) implements Suggestion {}

    /** {@code names} by language; {@code path} as a filter takes it. */
    record InCategory(String id, String storeId, String path, Map<String, String> names) implements Suggestion {
        public InCategory {
            names = Map.copyOf(names);
        }
    }

    /** A published product; {@code names} are those that go on as it was typed, or all when it was misspelt. */
    record OfProduct(
            String id,
            String storeId,
            String slug,
            Map<String, String> names,
            @Nullable String image) implements Suggestion {
        public OfProduct {
            names = Map.copyOf(names);
        }
    }
}
