package io.niaga.search.index;

import java.util.List;
import java.util.Map;

/**
 * A category and the way to it.
 *
 * @param idPath ids from the root down to and including this one; {@code slugPath} in the same order
 * @param names by language; none while it is only known from a product
 */
public record CategoryEntry(
        String id, String storeId, List<String> idPath, List<String> slugPath, Map<String, String> names) {
    public CategoryEntry {
        idPath = List.copyOf(idPath);
        slugPath = List.copyOf(slugPath);
        names = Map.copyOf(names);
        if (idPath.isEmpty()
                || idPath.size() != slugPath.size()
                || !idPath.getLast().equals(id)) {
            throw new IllegalArgumentException("a category's paths end with itself and are equally long");
        }
    }

    /** {@code pakaian/pria}: how it is named in filters and facets. */
    public String path() {
        return String.join("/", slugPath);
    }
}
