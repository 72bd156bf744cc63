package io.niaga.events.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The full public state of a category; a tombstone follows when it is gone.
 *
 * @param idPath ids from the root down to and including this one
 * @param slugPath slugs in the same order
 */
public record CategoryStateV1(
        String categoryId,
        String storeId,
        @Nullable String parentId,
        String slug,
        Map<String, String> name,
        List<String> idPath,
        List<String> slugPath,
        int position) {
    public static final String TYPE = "category.state.v1";
}
