package io.niaga.catalog.category.messaging;

import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryId;
import io.niaga.events.Topics;
import io.niaga.events.catalog.CategoryStateV1;
import io.niaga.messaging.Outgoing;

/** What a category tells on its state topic. */
public final class OutboxCategoryEvents {
    private OutboxCategoryEvents() {}

    public static Outgoing state(Category category) {
        CategoryId parent = category.parent();
        return Outgoing.to(
                Topics.CATEGORY,
                CategoryStateV1.TYPE,
                new CategoryStateV1(
                        category.id().value(),
                        category.store().value(),
                        parent == null ? null : parent.value(),
                        category.slug(),
                        category.name().texts(),
                        category.path().ids().stream().map(CategoryId::value).toList(),
                        category.path().slugs(),
                        category.position()));
    }

    public static Outgoing gone() {
        return Outgoing.tombstone(Topics.CATEGORY, CategoryStateV1.TYPE);
    }
}
