package io.niaga.catalog.category.http;

import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryId;
import io.niaga.types.StoreId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A category in the management view. */
record CategoryJson(
        String id,
        StoreId storeId,
        @Nullable String parentId,
        String slug,
        Map<String, @Nullable String> name,
        int position,
        List<String> idPath,
        List<String> slugPath,
        long version) {
    static CategoryJson of(Category category) {
        CategoryWriteJson written = CategoryWriteJson.of(category);
        return new CategoryJson(
                category.id().value(),
                category.store(),
                written.parentId(),
                category.slug(),
                written.name(),
                category.position(),
                category.path().ids().stream().map(CategoryId::value).toList(),
                category.path().slugs(),
                category.revision().version());
    }
}
