package io.niaga.catalog.product.http;

import io.niaga.catalog.product.ContentRules;
import io.niaga.catalog.product.Media;
import io.niaga.catalog.text.LocalText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A photo or video in the management view. */
record MediaJson(
        Media.Type type,
        @Schema(maxLength = ContentRules.LONGEST_URL) String url,
        @Nullable Map<String, @Nullable String> alt) {
    static MediaJson of(Media media) {
        return new MediaJson(media.type(), media.url(), Texts.of(media.alt()));
    }

    Media media() {
        return new Media(type, url, new LocalText(Given.map(alt)));
    }
}
