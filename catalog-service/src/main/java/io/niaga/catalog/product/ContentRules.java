package io.niaga.catalog.product;

import io.niaga.catalog.text.TextRules;
import io.niaga.types.FieldError;
import io.niaga.types.Money;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may stand in a product, with the published limits. Every rule says where it is broken, by JSON Pointer. */
public final class ContentRules {
    public static final int MOST_VARIANTS = 250;
    public static final int MOST_MEDIA = 50;
    public static final int MOST_CATEGORIES = 20;
    public static final int MOST_OPTIONS = 10;
    public static final int MOST_SPECIFICATIONS = 300;
    public static final int LONGEST_BRAND = 200;
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_VALUE = 2_000;
    public static final int LONGEST_URL = 2_048;
    public static final int LONGEST_ALT = 500;
    /** All texts of a product together, so that its state fits one event. */
    public static final int MOST_CHARACTERS = 200_000;

    private ContentRules() {}

    public static List<FieldError> check(ProductContent content, Currency currency) {
        List<FieldError> found = new ArrayList<>();
        texts(content, found);
        most(content.categories().size(), MOST_CATEGORIES, "/categories", found);
        most(content.media().size(), MOST_MEDIA, "/media", found);
        for (int i = 0; i < content.media().size(); i++) {
            media(content.media().get(i), "/media/" + i, found);
        }
        variants(content.variants(), currency, found);
        if (content.size() > MOST_CHARACTERS) {
            found.add(new FieldError("", "TOO_LARGE", "All texts together: " + MOST_CHARACTERS + " characters."));
        }
        return found;
    }

    private static void texts(ProductContent content, List<FieldError> found) {
        if (content.name().isEmpty()) {
            found.add(new FieldError("/name", "REQUIRED", "A product has a name."));
        }
        content.texts()
                .forEach((section, text) -> TextRules.check(text, "/" + section.field(), section.longest(), found));
        brand(content.brand(), found);
        named(content.specification(), "/specification", MOST_SPECIFICATIONS, found);
    }

    static void brand(@Nullable String brand, List<FieldError> found) {
        if (brand != null) {
            TextRules.check(brand, "/brand", LONGEST_BRAND, found);
        }
    }

    /** Names with values: specifications, options. */
    static void named(Map<String, String> values, String pointer, int most, List<FieldError> found) {
        most(values.size(), most, pointer, found);
        values.forEach((name, value) -> {
            String at = pointer + "/" + TextRules.escaped(name);
            TextRules.check(name, at, LONGEST_NAME, found);
            TextRules.check(value, at, LONGEST_VALUE, found);
        });
    }

    private static void variants(List<Variant> variants, Currency currency, List<FieldError> found) {
        most(variants.size(), MOST_VARIANTS, "/variants", found);
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < variants.size() && i < MOST_VARIANTS; i++) {
            Variant variant = variants.get(i);
            String at = "/variants/" + i;
            if (!seen.add(variant.sku())) {
                found.add(new FieldError(at + "/sku", "SKU_TWICE", "A SKU is there once."));
            }
            if (!seen.add(variant.options())) {
                found.add(new FieldError(at + "/options", "OPTIONS_NOT_UNIQUE", "Variants differ in their options."));
            }
            variant(variant, at, currency, found);
        }
    }

    static void variant(Variant variant, String at, Currency currency, List<FieldError> found) {
        named(variant.options(), at + "/options", MOST_OPTIONS, found);
        price(variant.price(), at + "/price", currency, found);
    }

    public static void price(Money price, String at, Currency currency, List<FieldError> found) {
        if (price.isNegative()) {
            found.add(new FieldError(at + "/amount", "NEGATIVE", "A price is not negative."));
        }
        if (!price.currency().equals(currency)) {
            found.add(new FieldError(
                    at + "/currency",
                    "CURRENCY_MISMATCH",
                    "Prices are in the store's currency, " + currency.getCurrencyCode() + "."));
        }
    }

    static void media(Media media, String at, List<FieldError> found) {
        if (!isWebAddress(media.url())) {
            found.add(new FieldError(
                    at + "/url", "URL_INVALID", "An http or https address of at most " + LONGEST_URL + " characters."));
        }
        TextRules.check(media.alt(), at + "/alt", LONGEST_ALT, found);
    }

    private static boolean isWebAddress(String url) {
        if (url.length() > LONGEST_URL) {
            return false;
        }
        try {
            URI address = new URI(url);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null && address.getRawUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static void most(int size, int most, String pointer, List<FieldError> found) {
        if (size > most) {
            found.add(new FieldError(pointer, "TOO_MANY", "At most " + most + "."));
        }
    }
}
