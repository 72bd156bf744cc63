package io.niaga.catalog.product.messaging;

import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.CategoryPath;
import io.niaga.catalog.product.Media;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductState;
import io.niaga.catalog.product.Section;
import io.niaga.catalog.product.Variant;
import io.niaga.events.Topics;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.messaging.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a product tells on its state topic: nothing while it is a draft, that it is gone once it is archived. */
public final class OutboxProductEvents {
    private OutboxProductEvents() {}

    public static List<Outgoing> state(Product product) {
        return switch (product.state()) {
            case ProductState.Draft ignored -> List.of();
            case ProductState.Published published -> List.of(told(product, published.since()));
            case ProductState.Unpublished unpublished -> List.of(told(product, unpublished.published()));
            case ProductState.Archived ignored -> List.of(Outgoing.tombstone(Topics.PRODUCT, ProductStateV1.TYPE));
        };
    }

    private static Outgoing told(Product product, @Nullable Instant publishedAt) {
        var content = product.content();
        ProductStateV1 state = new ProductStateV1(
                product.id().value(),
                product.store().value(),
                product.slug(),
                product.state().isPublished(),
                publishedAt,
                product.createdAt(),
                text(product, Section.NAME),
                text(product, Section.DESCRIPTION),
                text(product, Section.FUNCTION),
                text(product, Section.HOW_TO_USE),
                text(product, Section.CONTENTS),
                text(product, Section.QUALITY),
                content.brand(),
                content.specification(),
                product.paths().stream().map(OutboxProductEvents::category).toList(),
                content.media().stream().map(OutboxProductEvents::media).toList(),
                content.variants().stream().map(OutboxProductEvents::variant).toList(),
                product.revision().version() + 1);
        return Outgoing.to(Topics.PRODUCT, ProductStateV1.TYPE, state);
    }

    private static Map<String, String> text(Product product, Section section) {
        return product.content().text(section).texts();
    }

    private static ProductStateV1.CategoryRef category(CategoryPath path) {
        return new ProductStateV1.CategoryRef(
                path.id().value(), path.ids().stream().map(CategoryId::value).toList(), path.slugs());
    }

    private static ProductStateV1.Media media(Media media) {
        return new ProductStateV1.Media(
                media.type().name(), media.url(), media.alt().texts());
    }

    private static ProductStateV1.Variant variant(Variant variant) {
        return new ProductStateV1.Variant(variant.sku().value(), variant.options(), variant.price());
    }
}
