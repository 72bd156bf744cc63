package io.niaga.catalog.exchange;

import io.niaga.catalog.product.Section;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that a file can fill, by name: {@code sku}, {@code name.en}, {@code option.colour}, {@code spec.material} and so
 * on. In newline-delimited JSON {@code options}, {@code specification} and {@code media} hold several of them.
 */
public final class FileField {
    public static final String PRODUCT = "product";
    public static final String SKU = "sku";
    public static final String NAME = "name";
    public static final String CATEGORY = "category";
    public static final String BRAND = "brand";
    public static final String PRICE = "price";
    public static final String CURRENCY = "currency";
    public static final String ON_HAND = "onHand";
    public static final String IMAGE = "image";
    public static final String VIDEO = "video";
    public static final String MEDIA = "media";
    public static final String OPTIONS = "options";
    public static final String SPECIFICATION = "specification";
    public static final String OPTION = "option.";
    public static final String SPEC = "spec.";

    private static final Set<String> SECTIONS =
            Arrays.stream(Section.values()).map(Section::field).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SINGLE = Set.of(
            PRODUCT, SKU, CATEGORY, BRAND, PRICE, CURRENCY, ON_HAND, IMAGE, VIDEO, MEDIA, OPTIONS, SPECIFICATION);
    private static final int LONGEST = 200;

    private FileField() {}

    public static boolean isKnown(String field) {
        return field.length() <= LONGEST && (SINGLE.contains(field) || isText(field) || isNamed(field));
    }

    /** A localised text, with or without a language. */
    public static boolean isText(String field) {
        int dot = field.indexOf('.');
        return SECTIONS.contains(dot < 0 ? field : field.substring(0, dot)) && dot != field.length() - 1;
    }

    private static boolean isNamed(String field) {
        return (field.startsWith(OPTION) && field.length() > OPTION.length())
                || (field.startsWith(SPEC) && field.length() > SPEC.length());
    }
}
