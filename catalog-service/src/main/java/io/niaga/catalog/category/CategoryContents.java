package io.niaga.catalog.category;

import java.util.List;

/** The products in categories, as far as the tree must know of them. */
public interface CategoryContents {
    boolean any(CategoryId category);

    /** Gives the products in these categories their categories' present paths; may be repeated. */
    void follow(List<CategoryId> categories);
}
