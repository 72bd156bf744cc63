package io.niaga.search.index;

/** Something that was told about what is sold. {@code sequence} rises per {@code key}; a change that is not newer is none. */
public sealed interface Change {
    String key();

    long sequence();

    /** A published product as it is now. */
    record ProductTold(ProductEntry product, long sequence) implements Change {
        @Override
        public String key() {
            return product.id();
        }
    }

    /** A product that is not on sale, or is no more. */
    record ProductGone(String key, long sequence) implements Change {}

    record CategoryTold(CategoryEntry category, long sequence) implements Change {
        @Override
        public String key() {
            return category.id();
        }
    }

    record CategoryGone(String key, long sequence) implements Change {}

    /** What one warehouse says of one SKU. */
    record StockTold(StockKey stock, Availability availability, long sequence) implements Change {
        @Override
        public String key() {
            return stock.toString();
        }
    }

    /** That warehouse does not know the SKU any more; it may again, counting anew. */
    record StockGone(StockKey stock, long sequence) implements Change {
        @Override
        public String key() {
            return stock.toString();
        }
    }
}
