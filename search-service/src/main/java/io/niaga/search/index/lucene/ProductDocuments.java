package io.niaga.search.index.lucene;

import io.niaga.search.index.Availability;
import io.niaga.search.index.CategoryEntry;
import io.niaga.search.index.ProductEntry;
import io.niaga.search.index.StockKey;
import io.niaga.search.index.VariantEntry;
import io.niaga.search.text.Word;
import io.niaga.search.text.lucene.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** A product as a block of documents: its variants in their order, then itself. */
final class ProductDocuments {
    private static final FieldType PLACED = text(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType COUNTED = text(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType PRESENT = text(IndexOptions.DOCS, true);

    private static final int LONGEST_OPENING = 60;

    private final Function<String, Availability> availability;
    private final Words words;

    /** With what is known of the availability of {@code storeId/sku}. */
    ProductDocuments(Function<String, Availability> availability, Words words) {
        this.availability = availability;
        this.words = words;
    }

    List<Document> of(ProductEntry product, long sequence) {
        Attributes attributes = new Attributes();
        List<Document> block = new ArrayList<>();
        product.variants().forEach(variant -> block.add(variant(product, variant, attributes)));
        Document document = product(product, sequence);
        addAttributes(document, product, attributes);
        addTexts(document, product);
        block.add(document);
        return block;
    }

    private Document variant(ProductEntry product, VariantEntry variant, Attributes attributes) {
        String key = StockKey.variant(product.storeId(), variant.sku());
        Document document = new Document();
        document.add(new StringField(Fields.PRODUCT, product.id(), Field.Store.NO));
        document.add(new StringField(Fields.VARIANT, key, Field.Store.NO));
        document.add(new StringField(Fields.SKU_WORD, skuWord(variant.sku()), Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.SKU, new BytesRef(variant.sku())));
        document.add(new NumericDocValuesField(Fields.PRICE, variant.price().scaled()));
        document.add(new SortedDocValuesField(
                Fields.CURRENCY, new BytesRef(variant.price().currency())));
        document.add(new NumericDocValuesField(
                Fields.AVAILABILITY, availability.apply(key).rank()));
        inOrder(variant.options()).forEach(option -> {
            attributes.add(document, option.getKey(), option.getValue());
            document.add(new Field(Fields.WORDS, option.getValue(), PRESENT));
        });
        return document;
    }

    private static Document product(ProductEntry product, long sequence) {
        Document document = new Document();
        document.add(new StringField(Fields.PRODUCT, product.id(), Field.Store.NO));
        document.add(new StringField(Fields.KIND, Fields.KIND_PRODUCT, Field.Store.NO));
        document.add(new StringField(Fields.STORE, product.storeId(), Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.CARD, Card.of(product).encode()));
        document.add(new NumericDocValuesField(Fields.SEQUENCE, sequence));
        document.add(
                new NumericDocValuesField(Fields.VARIANTS, product.variants().size()));
        document.add(
                new NumericDocValuesField(Fields.NEW_SINCE, product.newSince().toEpochMilli()));
        document.add(new NumericDocValuesField(Fields.TIE, tie(product.id())));
        product.categories().stream().map(CategoryEntry::id).distinct().forEach(id -> {
            document.add(new StringField(Fields.CATEGORY, id, Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.CATEGORY, new BytesRef(id)));
        });
        return document;
    }

    private static void addAttributes(Document document, ProductEntry product, Attributes attributes) {
        if (product.brand() != null) {
            attributes.add(document, "brand", product.brand());
            document.add(new Field(Fields.BRAND, product.brand(), COUNTED));
        }
        inOrder(product.specification()).forEach(entry -> {
            if (!entry.getKey().equalsIgnoreCase("brand")) {
                attributes.add(document, entry.getKey(), entry.getValue());
            }
            document.add(new Field(Fields.SPECIFICATION, entry.getValue(), COUNTED));
        });
    }

    private void addTexts(Document document, ProductEntry product) {
        inOrder(product.names()).forEach(name -> {
            document.add(new Field(Fields.NAME, name.getValue(), PLACED));
            document.add(new StringField(Fields.OPENING, opening(name.getValue()), Field.Store.NO));
        });
        product.texts().forEach(text -> document.add(new Field(Fields.TEXT, text, COUNTED)));
        product.variants().stream()
                .map(variant -> skuWord(variant.sku()))
                .distinct()
                .forEach(sku -> document.add(new StringField(Fields.SKUS, sku, Field.Store.NO)));
        product.variants().stream()
                .flatMap(variant -> inOrder(variant.options()).stream())
                .map(Map.Entry::getValue)
                .distinct()
                .forEach(value -> document.add(new Field(Fields.OPTIONS, value, COUNTED)));
    }

    private String opening(String name) {
        String text = words.of(name).stream().map(Word::text).collect(Collectors.joining(" "));
        return text.length() <= LONGEST_OPENING ? text : text.substring(0, LONGEST_OPENING);
    }

    /** What decides between products that are otherwise equal: the same everywhere and for ever. */
    static long tie(String id) {
        BytesRef bytes = new BytesRef(id);
        int high = StringHelper.murmurhash3_x86_32(bytes, 1);
        int low = StringHelper.murmurhash3_x86_32(bytes, 2);
        return ((long) high << 32) | (low & 0xFFFF_FFFFL);
    }

    private static String skuWord(String sku) {
        return sku.toLowerCase(Locale.ROOT);
    }

    private static List<Map.Entry<String, String>> inOrder(Map<String, String> map) {
        return map.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    private static FieldType text(IndexOptions options, boolean withoutLength) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(withoutLength);
        type.freeze();
        return type;
    }
}
