package io.niaga.catalog.product.http;

import io.niaga.types.CommonProblem;
import java.util.Locale;

/** Which side of a product is asked for. */
public enum View {
    /** Texts in the reader's language. */
    SHOP,
    /** Everything that is written, by language. */
    MANAGEMENT;

    /** As it is asked for. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static View of(String text) {
        return switch (text) {
            case "shop" -> SHOP;
            case "management" -> MANAGEMENT;
            default ->
                throw CommonProblem.INVALID_PARAMETER
                        .with("parameter", "view")
                        .with("reason", "it is shop or management");
        };
    }
}
