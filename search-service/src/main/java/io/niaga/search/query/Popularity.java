package io.niaga.search.query;

import io.niaga.types.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What visitors who consented did lately. It changes slowly, so that orders made with it do not jump. */
public interface Popularity {
    /** Nobody did anything. */
    Popularity NONE = new Popularity() {
        @Override
        public int ofProduct(String productId) {
            return 0;
        }

        @Override
        public List<String> phrases(@Nullable StoreId store, String beginning) {
            return List.of();
        }
    };

    /** The highest there is. */
    int MOST = 15;

    /** From 0 to {@link #MOST}, one more for about twice as much. */
    int ofProduct(String productId);

    /** What several sessions searched for and begins like that, most often first, a few at most. */
    List<String> phrases(@Nullable StoreId store, String beginning);
}
