package io.niaga.catalog.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.catalog.audit.Proposal;
import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.store.Stores;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.Actor;
import io.niaga.types.Grant;
import io.niaga.types.Percentage;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Moves that come faster than what is below them follows. */
class MoveCategoriesTest {
    private static final Store STORE = new Store(
            StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n"),
            "Toko",
            Currency.getInstance("IDR"),
            List.of("id"),
            ZoneId.of("Asia/Jakarta"),
            true,
            Percentage.of("11.00"),
            Instant.EPOCH);
    private static final Actor ADMIN = new Actor.Person(
            UserId.of("usr_01kavf8g00e4ttm0nbdjqsmn0n"), Set.of(), Map.of(STORE.id(), Set.of(Role.ADMINISTRATOR)));
    private static final Permissions TABLE = new Permissions(
            List.of(new Grant(Role.ADMINISTRATOR, CreateCategory.ACTION, Grant.Scope.STORE, List.of("/"))));

    private final MemoryCategories categories = new MemoryCategories();
    private final Map<String, CategoryId> ids = new HashMap<>();
    private final List<List<CategoryId>> followed = new ArrayList<>();

    private final CategoryContents contents = new CategoryContents() {
        @Override
        public boolean any(CategoryId category) {
            return false;
        }

        @Override
        public void follow(List<CategoryId> moved) {
            followed.add(moved);
        }
    };

    private static final class OneStore implements Stores {
        @Override
        public Optional<Store> find(StoreId id) {
            return Optional.of(STORE);
        }

        @Override
        public Optional<Store> first() {
            return Optional.of(STORE);
        }

        @Override
        public void keep(Store store, long sequence) {
            throw new UnsupportedOperationException();
        }
    }

    private CategoryId id(String name) {
        return ids.computeIfAbsent(
                name, fresh -> CategoryId.of(new TypeId(CategoryId.PREFIX, new UUID(7, ids.size())).toString()));
    }

    private CategoryInput input(String name, @Nullable String parent) {
        return new CategoryInput(LocalText.of("id", name), null, parent == null ? null : id(parent), 0);
    }

    private void create(String name, @Nullable String parent) {
        new CreateCategory(categories, TABLE).create(ADMIN, STORE, id(name), input(name, parent));
    }

    private void move(String name, @Nullable String parent) {
        Proposal<CategoryInput> proposal = new Proposal<>() {
            @Override
            public List<StaffWrite.FieldChange> changes() {
                return StaffWrite.change("/parentId", null, parent);
            }

            @Override
            public CategoryInput written() {
                return input(name, parent);
            }
        };
        Category now = categories.find(id(name)).orElseThrow();
        new ChangeCategory(categories, new ChooseStore(new OneStore(), TABLE), TABLE)
                .change(ADMIN, id(name), Precondition.version(now.revision().version()), current -> proposal);
    }

    private void follow() {
        new FollowMoves(categories, contents).follow();
    }

    private List<String> path(String name) {
        return categories.find(id(name)).orElseThrow().path().slugs();
    }

    @Test
    void nothing_is_moved_below_itself_before_what_is_below_has_followed() {
        create("x", null);
        create("y", null);
        create("z", "y");
        move("y", "x");
        assertThatThrownBy(() -> move("x", "z")).hasMessageContaining("CATEGORY_CYCLE");
        follow();
        assertThat(path("z")).containsExactly("x", "y", "z");
    }

    @Test
    void a_place_is_where_its_parent_is_now() {
        create("x", null);
        create("y", null);
        create("z", "y");
        create("other", null);
        move("y", "x");
        move("other", "z");
        create("new", "z");
        assertThat(path("other")).containsExactly("x", "y", "z", "other");
        assertThat(path("new")).containsExactly("x", "y", "z", "new");
    }

    @Test
    void what_was_made_below_a_move_that_was_not_followed_yet_is_where_it_belongs_when_it_was() {
        create("a", null);
        create("b", "a");
        create("c", "b");
        create("x", "c");
        create("y", "x");
        move("x", null);
        create("z", "y");
        follow();
        assertThat(path("y")).containsExactly("x", "y");
        assertThat(path("z")).containsExactly("x", "y", "z");
        assertThat(categories.moved()).isEmpty();
    }

    @Test
    void a_move_up_from_the_deepest_level_is_followed_whatever_was_made_below_meanwhile() {
        create("a1", null);
        for (int level = 2; level <= Category.DEEPEST; level++) {
            create("a" + level, "a" + (level - 1));
        }
        move("a7", null);
        create("z", "a8");
        follow();
        assertThat(path("a8")).containsExactly("a7", "a8");
        assertThat(path("z")).containsExactly("a7", "a8", "z");
        assertThat(categories.moved()).isEmpty();
    }

    @Test
    void what_is_below_somebody_who_is_gone_stays_as_it_was() {
        create("x", null);
        create("y", null);
        Category y = categories.find(id("y")).orElseThrow();
        CategoryPath nowhere = new CategoryPath(List.of(id("gone"), y.id()), List.of("gone", "y"));
        categories.save(y.at(nowhere), true, null);
        follow();
        assertThat(path("y")).containsExactly("gone", "y");
        assertThat(categories.moved()).isEmpty();
    }

    @Test
    void a_tree_grows_no_deeper_by_moves_that_were_not_followed() {
        create("a1", null);
        for (int level = 2; level <= 6; level++) {
            create("a" + level, "a" + (level - 1));
        }
        create("b1", null);
        create("b2", "b1");
        create("b3", "b2");
        move("b1", "a5");
        assertThatThrownBy(() -> move("b1", "a6")).hasMessageContaining("CATEGORY_TOO_DEEP");
    }

    @Test
    void a_move_that_cannot_be_followed_holds_up_no_other() {
        create("x", null);
        create("y", null);
        create("below", "y");
        // What two moves at the very same moment can leave behind.
        Category x = categories.find(id("x")).orElseThrow();
        Category y = categories.find(id("y")).orElseThrow();
        categories.save(x.at(Category.below(y, x.id(), "x")), true, null);
        categories.save(y.at(Category.below(x, y.id(), "y")), true, null);
        create("z", null);
        create("c", "z");
        categories.save(
                categories.find(id("z")).orElseThrow().at(new CategoryPath(List.of(id("z")), List.of("renamed"))),
                true,
                null);
        assertThatThrownBy(this::follow).hasMessageContaining(id("y").value());
        assertThat(path("c")).containsExactly("renamed", "c");
        assertThat(categories.moved()).extracting(Category::slug).containsExactly("x", "y");
        move("x", null);
        follow();
        assertThat(path("below")).containsExactly("x", "y", "below");
    }

    @Test
    void a_move_is_followed_again_when_there_was_another_meanwhile() {
        create("x", null);
        create("y", null);
        create("c", "y");
        move("y", "x");
        new FollowMoves(categories, new CategoryContents() {
                    @Override
                    public boolean any(CategoryId category) {
                        return false;
                    }

                    @Override
                    public void follow(List<CategoryId> moved) {
                        move("y", null);
                    }
                })
                .follow();
        assertThat(path("c")).containsExactly("x", "y", "c");
        follow();
        assertThat(path("c")).containsExactly("y", "c");
        assertThat(categories.moved()).isEmpty();
    }

    @Test
    void what_moved_while_something_above_it_did_follows_too() {
        create("x", null);
        create("y", null);
        create("c", null);
        Category seen = categories.find(id("y")).orElseThrow();
        move("y", "x");
        follow();
        Category c = categories.find(id("c")).orElseThrow();
        categories.save(c.at(Category.below(seen, c.id(), "c")), true, null);
        follow();
        assertThat(path("c")).containsExactly("x", "y", "c");
    }
}
