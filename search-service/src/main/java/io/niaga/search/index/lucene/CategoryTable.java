package io.niaga.search.index.lucene;

import io.niaga.search.index.Categories;
import io.niaga.search.index.CategoryEntry;
import io.niaga.search.text.Word;
import io.niaga.search.text.lucene.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The categories as they were told; those nobody told yet, as products mention them. For the writing thread. */
final class CategoryTable {
    private final Words words;
    private final Map<String, CategoryEntry> told = new HashMap<>();
    private boolean changed = true;

    CategoryTable(Words words) {
        this.words = words;
    }

    void put(CategoryEntry category) {
        changed |= !category.equals(told.put(category.id(), category));
    }

    /** True when it was not known. */
    boolean learn(CategoryEntry mentioned) {
        boolean isNew = told.putIfAbsent(mentioned.id(), mentioned) == null;
        changed |= isNew;
        return isNew;
    }

    void remove(String id) {
        changed |= told.remove(id) != null;
    }

    void clear() {
        told.clear();
        changed = true;
    }

    boolean isChanged() {
        return changed;
    }

    Categories snapshot() {
        Map<String, Set<String>> byWord = new HashMap<>();
        for (CategoryEntry category : told.values()) {
            category.names().values().forEach(name -> add(byWord, name, category.id()));
            add(byWord, category.slugPath().getLast(), category.id());
        }
        changed = false;
        return new Categories(told.values(), byWord);
    }

    private void add(Map<String, Set<String>> byWord, String name, String id) {
        for (Word word : words.of(name)) {
            word.forms()
                    .forEach(form ->
                            byWord.computeIfAbsent(form, f -> new HashSet<>()).add(id));
        }
    }
}
