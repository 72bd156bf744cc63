package io.niaga.catalog.category;

import io.niaga.types.UseCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets what is below a moved category follow: categories first, from the top down, then products. Safe to repeat and to run
 * in several processes; whoever is interrupted is followed by another, until the move is settled.
 */
@UseCase
public final class FollowMoves {
    private final Categories categories;
    private final CategoryContents contents;

    public FollowMoves(Categories categories, CategoryContents contents) {
        this.categories = categories;
        this.contents = contents;
    }

    /** One move that cannot be followed does not hold up the others; it is thrown when they are done. */
    public void follow() {
        RuntimeException failed = null;
        for (Category moved : categories.moved()) {
            try {
                follow(moved);
            } catch (RuntimeException why) {
                failed = new IllegalStateException("the move of " + moved.id() + " cannot be followed", why);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void follow(Category moved) {
        List<CategoryId> all = new ArrayList<>();
        // Itself too: what is above it may have moved between the look at it and the write.
        Stream<Category> below = categories.below(moved.id()).stream()
                .sorted(Comparator.comparingInt(each -> each.path().ids().size()));
        for (Category each : Stream.concat(Stream.of(moved), below).toList()) {
            all.add(each.id());
            if (!follows(each)) {
                // Somebody changed it meanwhile: the next round sees it as it is then.
                return;
            }
        }
        contents.follow(all);
        categories.settled(moved);
    }

    private boolean follows(Category category) {
        // Along the parents: what stands above it may not have followed yet, and it may itself be newer than that.
        Optional<CategoryPath> path = CreateCategory.path(categories, category);
        return path.isEmpty()
                || path.get().equals(category.path())
                || categories.save(category.at(path.get()), false, null) == Categories.Outcome.DONE;
    }
}
