package io.niaga.catalog.category.http;

import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.CategoryInput;
import io.niaga.catalog.category.CategoryProblem;
import io.niaga.catalog.text.LocalText;
import io.niaga.catalog.text.Slug;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written of a category; {@code parentId} null is the root. */
record CategoryWriteJson(
        Map<String, @Nullable String> name,

        @Nullable @Schema(pattern = Slug.PATTERN, maxLength = Slug.LONGEST)
        String slug,

        @Nullable String parentId,

        @Nullable @Schema(minimum = "0", maximum = "" + Category.MOST_PER_STORE)
        Integer position) {
    static CategoryWriteJson of(Category category) {
        CategoryId parent = category.parent();
        return new CategoryWriteJson(
                new LinkedHashMap<>(category.name().texts()),
                category.slug(),
                parent == null ? null : parent.value(),
                category.position());
    }

    CategoryInput input() {
        Map<String, String> texts = new LinkedHashMap<>();
        name.forEach((language, text) -> {
            if (text != null) {
                texts.put(language, text);
            }
        });
        return new CategoryInput(new LocalText(texts), slug, parent(parentId), position == null ? 0 : position);
    }

    private static @Nullable CategoryId parent(@Nullable String id) {
        try {
            return id == null ? null : CategoryId.of(id);
        } catch (IllegalArgumentException malformed) {
            throw CategoryProblem.PARENT_UNKNOWN
                    .now()
                    .at("/parentId", "PARENT_UNKNOWN", "There is no such category in this store.");
        }
    }
}
