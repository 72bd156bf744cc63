package io.niaga.search.index.lucene;

import io.niaga.search.text.Fold;
import java.util.Map;

/**
 * The names of everything in the index. A product is a block: its variants, then itself; text lives on the product, what
 * differs between variants on them.
 */
public final class Fields {
    /** Raised whenever an index of before cannot be read as one of now. */
    static final String SCHEMA = "2";

    /** On both: the product's id. */
    public static final String PRODUCT = "product";

    public static final String KIND = "kind";
    public static final String KIND_PRODUCT = "product";
    static final String KIND_NOTE = "note";

    // On products.
    public static final String STORE = "store";
    public static final String CARD = "card";
    public static final String VARIANTS = "variants";
    public static final String NEW_SINCE = "newSince";
    public static final String TIE = "tie";
    public static final String CATEGORY = "category";
    public static final String SKUS = "skus";
    public static final String NAME = "name";
    /** How each name begins, its words with single spaces between. */
    public static final String OPENING = "opening";

    public static final String BRAND = "brand";
    public static final String OPTIONS = "options";
    public static final String SPECIFICATION = "specification";
    public static final String TEXT = "text";

    // On variants.
    public static final String VARIANT = "variant";
    public static final String SKU = "sku";
    public static final String SKU_WORD = "skuWord";
    public static final String WORDS = "words";
    public static final String PRICE = "price";
    public static final String CURRENCY = "currency";
    public static final String AVAILABILITY = "availability";

    // On products and notes.
    static final String SEQUENCE = "sequence";
    static final String NOTE = "note";
    static final String CONTENT = "content";

    /** Between the folded and the shown form of an attribute's value. */
    public static final char FORMS = '\0';

    /** The usual number of words, for scores. */
    public static final Map<String, Integer> USUAL_LENGTHS =
            Map.of(NAME, 4, BRAND, 1, OPTIONS, 6, SPECIFICATION, 8, TEXT, 50);

    private Fields() {}

    /** The values of an option, of a key of the specification, or the brand. */
    public static String attribute(String name) {
        return "a." + Fold.of(name);
    }
}
