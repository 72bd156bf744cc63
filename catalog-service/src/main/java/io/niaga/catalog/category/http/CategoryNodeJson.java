package io.niaga.catalog.category.http;

import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryId;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A category in the shop view, with what is below it. */
record CategoryNodeJson(
        String id,
        StoreId storeId,
        @Nullable String parentId,
        String slug,
        List<String> slugPath,
        String name,
        int position,
        List<CategoryNodeJson> children) {

    /** The trees of a store, in their order. */
    static List<CategoryNodeJson> trees(List<Category> ordered, List<String> languages) {
        Map<String, List<Category>> byParent = new HashMap<>();
        for (Category each : ordered) {
            CategoryId parent = each.parent();
            byParent.computeIfAbsent(parent == null ? "" : parent.value(), p -> new ArrayList<>())
                    .add(each);
        }
        return below("", byParent, languages);
    }

    private static List<CategoryNodeJson> below(
            String parent, Map<String, List<Category>> byParent, List<String> languages) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .map(each -> of(each, languages, below(each.id().value(), byParent, languages)))
                .toList();
    }

    static CategoryNodeJson of(Category category, List<String> languages, List<CategoryNodeJson> children) {
        CategoryId parent = category.parent();
        return new CategoryNodeJson(
                category.id().value(),
                category.store(),
                parent == null ? null : parent.value(),
                category.slug(),
                category.path().slugs(),
                category.name().in(languages).orElse(category.slug()),
                category.position(),
                children);
    }
}
