package io.niaga.catalog.product;

import io.niaga.catalog.text.LocalText;
import io.niaga.types.Money;
import io.niaga.types.Revision;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Products in every state, and what each move makes of them. */
public final class ProductStates {
    public static final List<String> ALL = List.of("DRAFT", "PUBLISHED", "UNPUBLISHED", "ARCHIVED");
    public static final List<String> MOVES = List.of("edit", "publish", "unpublish", "archive");
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private ProductStates() {}

    public static Product in(String state) {
        Variant variant = new Variant(Sku.of("A"), Map.of(), Money.of("1000.00", "IDR"));
        ProductContent content = new ProductContent(
                Map.of(Section.NAME, LocalText.of("id", "Kemeja")),
                null,
                Map.of(),
                List.of(),
                List.of(),
                List.of(variant));
        ProductState is = switch (state) {
            case "DRAFT" -> new ProductState.Draft();
            case "PUBLISHED" -> new ProductState.Published(NOW);
            case "UNPUBLISHED" -> new ProductState.Unpublished(NOW, NOW);
            default -> new ProductState.Archived(NOW);
        };
        return new Product(
                ProductId.of("prd_01kavf8g00e4ttm0nbdjqsmn0n"),
                StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n"),
                "kemeja",
                is,
                content,
                List.of(),
                NOW,
                NOW,
                Origin.NONE,
                Revision.NEW);
    }

    public static String after(String state, String move) {
        Product product = in(state);
        Instant later = NOW.plusSeconds(60);
        Product moved = switch (move) {
            case "edit" -> product.written(product.content(), "baju", List.of(), later);
            case "publish" -> product.publish(later);
            case "unpublish" -> product.unpublish(later);
            default -> product.archive(later);
        };
        return moved.state().label();
    }
}
