package io.niaga.catalog.product.mongo;

import com.mongodb.client.model.Projections;
import io.niaga.catalog.product.Media;
import io.niaga.catalog.product.Offer;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.Variant;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.Sku;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The little of a product that a cart needs. */
record OfferDocument(Document fields) {
    static final Bson PROJECTION = Projections.include(
            ProductDocument.STATE, "name", ContentDocument.MEDIA, ContentDocument.CURRENCY, ContentDocument.VARIANTS);

    Stream<Offer> offers(Set<Sku> wanted) {
        ProductId id = ProductId.of(fields.getString("_id"));
        boolean published = "PUBLISHED".equals(fields.getString(ProductDocument.STATE));
        LocalText name = ContentDocument.texts(fields.get("name", Document.class));
        String image = image();
        return new ContentDocument(fields)
                .variants().stream()
                        .filter(variant -> wanted.contains(variant.sku()))
                        .map((Variant v) -> new Offer(v.sku(), id, published, name, v.options(), image, v.price()));
    }

    private @Nullable String image() {
        for (Document media : fields.getList(ContentDocument.MEDIA, Document.class)) {
            if (Media.Type.IMAGE.name().equals(media.getString("type"))) {
                return media.getString("url");
            }
        }
        return null;
    }
}
