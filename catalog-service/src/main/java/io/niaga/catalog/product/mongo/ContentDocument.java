package io.niaga.catalog.product.mongo;

import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.CategoryPath;
import io.niaga.catalog.product.Media;
import io.niaga.catalog.product.ProductContent;
import io.niaga.catalog.product.Section;
import io.niaga.catalog.product.Variant;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** A product's content as it is kept. Names that staff choose are values here, since a field's name may not hold a dot. */
record ContentDocument(Document fields) {
    static final String VARIANTS = "variants";
    static final String CURRENCY = "currency";
    static final String MEDIA = "media";
    static final String PATHS = "paths";

    static Document of(ProductContent content, List<CategoryPath> paths) {
        Document fields = new Document();
        for (Section section : Section.values()) {
            fields.append(section.field(), texts(content.text(section)));
        }
        return fields.append("brand", content.brand())
                .append("specification", named(content.specification()))
                .append(PATHS, paths.stream().map(ContentDocument::path).toList())
                .append(
                        MEDIA,
                        content.media().stream().map(ContentDocument::media).toList())
                .append(CURRENCY, currency(content.variants()))
                .append(
                        VARIANTS,
                        content.variants().stream()
                                .map(ContentDocument::variant)
                                .toList());
    }

    private static String currency(List<Variant> variants) {
        return variants.isEmpty() ? "" : variants.getFirst().price().currency().getCurrencyCode();
    }

    private static Document texts(LocalText text) {
        return new Document(new LinkedHashMap<>(text.texts()));
    }

    private static List<Document> named(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> new Document("n", each.getKey()).append("v", each.getValue()))
                .toList();
    }

    private static Document path(CategoryPath path) {
        return new Document("ids", path.ids().stream().map(CategoryId::value).toList()).append("slugs", path.slugs());
    }

    private static Document media(Media media) {
        return new Document("type", media.type().name())
                .append("url", media.url())
                .append("alt", texts(media.alt()));
    }

    private static Document variant(Variant variant) {
        return new Document("sku", variant.sku().value())
                .append("options", named(variant.options()))
                .append("price", variant.price().minorUnits());
    }

    ProductContent content() {
        Map<Section, LocalText> texts = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            texts.put(section, texts(fields.get(section.field(), Document.class)));
        }
        return new ProductContent(
                texts,
                fields.getString("brand"),
                named(list(fields, "specification")),
                paths().stream().map(CategoryPath::id).toList(),
                list(fields, MEDIA).stream().map(ContentDocument::readMedia).toList(),
                variants());
    }

    List<CategoryPath> paths() {
        return list(fields, PATHS).stream()
                .map(path -> new CategoryPath(
                        path.getList("ids", String.class).stream()
                                .map(CategoryId::of)
                                .toList(),
                        path.getList("slugs", String.class)))
                .toList();
    }

    List<Variant> variants() {
        List<Document> kept = list(fields, VARIANTS);
        if (kept.isEmpty()) {
            return List.of();
        }
        Currency currency = Currency.getInstance(fields.getString(CURRENCY));
        List<Variant> variants = new ArrayList<>(kept.size());
        for (Document variant : kept) {
            variants.add(new Variant(
                    Sku.of(variant.getString("sku")),
                    named(list(variant, "options")),
                    new Money(variant.getLong("price"), currency)));
        }
        return variants;
    }

    static LocalText texts(Document texts) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        texts.forEach((language, text) -> byLanguage.put(language, (String) text));
        return new LocalText(byLanguage);
    }

    private static Map<String, String> named(List<Document> kept) {
        Map<String, String> values = new LinkedHashMap<>();
        kept.forEach(each -> values.put(each.getString("n"), each.getString("v")));
        return values;
    }

    static Media readMedia(Document media) {
        return new Media(
                Media.Type.valueOf(media.getString("type")),
                media.getString("url"),
                texts(media.get("alt", Document.class)));
    }

    private static List<Document> list(Document from, String field) {
        return from.getList(field, Document.class, List.of());
    }
}
