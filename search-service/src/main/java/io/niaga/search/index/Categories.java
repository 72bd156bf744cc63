package io.niaga.search.index;

import io.niaga.search.text.Fold;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All categories at one moment. Immutable.
 *
 * <p>Products in the index know only the ids of their own categories; what lies above them is looked up here, so moving or
 * renaming a category touches no product.
 */
public final class Categories {
    public static final Categories NONE = new Categories(List.of(), Map.of());

    private final Map<String, CategoryEntry> byId = new HashMap<>();
    private final Map<String, Set<String>> below = new HashMap<>();
    private final NavigableMap<String, Set<String>> byWord;

    /** Of these, and the ids by the forms of the words in their names. */
    public Categories(Collection<CategoryEntry> all, Map<String, Set<String>> byWord) {
        this.byWord = Collections.unmodifiableNavigableMap(new TreeMap<>(byWord));
        all.forEach(category -> byId.put(category.id(), category));
        for (CategoryEntry category : all) {
            for (String above : category.idPath()) {
                below.computeIfAbsent(above, a -> new HashSet<>()).add(category.id());
            }
            for (String path : paths(category)) {
                below.computeIfAbsent(Fold.of(path), p -> new HashSet<>()).add(category.id());
            }
        }
    }

    /** The categories at or below that one, named by id or by slugs joined by {@code /}. */
    public Set<String> under(String idOrPath) {
        return below.getOrDefault(Fold.of(idOrPath), Set.of());
    }

    /** The paths of the category and of all above it. */
    public Set<String> pathsOf(String id) {
        CategoryEntry category = byId.get(id);
        return category == null ? Set.of() : paths(category);
    }

    /** The categories whose name has a word of that form, and all below them. */
    public Set<String> named(String form) {
        Set<String> found = new HashSet<>();
        byWord.getOrDefault(form, Set.of()).forEach(id -> found.addAll(below.getOrDefault(id, Set.of())));
        return found;
    }

    public Collection<CategoryEntry> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Null when it is not known. */
    public @Nullable CategoryEntry find(String id) {
        return byId.get(id);
    }

    /** The forms of the words in categories' names, in order from that one on. */
    public NavigableMap<String, Set<String>> wordsFrom(String form) {
        return byWord.tailMap(form, true);
    }

    private Set<String> paths(CategoryEntry category) {
        Set<String> paths = new LinkedHashSet<>();
        StringBuilder path = new StringBuilder();
        for (String slug : category.slugPath()) {
            path.append(path.isEmpty() ? "" : "/").append(slug);
            paths.add(path.toString());
        }
        return paths;
    }
}
