package io.niaga.catalog.category;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Categories in memory; slugs are not looked at. */
class MemoryCategories implements Categories {
    private final Map<CategoryId, Category> all = new LinkedHashMap<>();
    private final Set<CategoryId> moved = new HashSet<>();

    private Stream<Category> stream() {
        return List.copyOf(all.values()).stream();
    }

    @Override
    public Optional<Category> find(CategoryId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Category> findAll(Collection<CategoryId> ids) {
        return stream().filter(each -> ids.contains(each.id())).toList();
    }

    @Override
    public List<Category> ofStore(StoreId store) {
        return stream().toList();
    }

    @Override
    public Optional<Category> child(StoreId store, @Nullable CategoryId parent, String slug) {
        return stream()
                .filter(each ->
                        Objects.equals(each.parent(), parent) && each.slug().equals(slug))
                .findFirst();
    }

    @Override
    public long count(StoreId store) {
        return all.size();
    }

    @Override
    public boolean hasChildren(CategoryId id) {
        return stream().anyMatch(each -> id.equals(each.parent()));
    }

    @Override
    public List<Category> below(CategoryId id) {
        return stream()
                .filter(each -> each.path().ids().contains(id) && !each.id().equals(id))
                .toList();
    }

    @Override
    public Outcome add(Category category, StaffWrite write) {
        all.put(category.id(), at(category, 1));
        return Outcome.DONE;
    }

    private static Category at(Category category, long version) {
        return new Category(
                category.id(),
                category.store(),
                category.path(),
                category.name(),
                category.position(),
                new Revision(version, version, true));
    }

    @Override
    public Outcome save(Category category, boolean moves, @Nullable StaffWrite write) {
        long version = all.get(category.id()).revision().version();
        if (version != category.revision().version()) {
            return Outcome.STALE;
        }
        all.put(category.id(), at(category, version + 1));
        if (moves) {
            moved.add(category.id());
        }
        return Outcome.DONE;
    }

    @Override
    public boolean remove(Category category, StaffWrite write) {
        return all.remove(category.id()) != null;
    }

    @Override
    public List<Category> moved() {
        return stream().filter(each -> moved.contains(each.id())).toList();
    }

    @Override
    public void settled(Category followed) {
        if (all.get(followed.id()).revision().equals(followed.revision())) {
            moved.remove(followed.id());
        }
    }
}
