package io.niaga.catalog.exchange;

import io.niaga.catalog.product.ContentRules;
import io.niaga.catalog.product.ProductContent;
import io.niaga.catalog.product.Section;
import io.niaga.catalog.product.Variant;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.LocalText;
import io.niaga.catalog.text.PlainText;
import io.niaga.types.FieldError;
import io.niaga.types.Money;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides whether a row can be taken by itself, and makes sense of its texts. */
public final class JudgeRow {
    private static final int LONGEST_NUMBER = 30;

    private final Store store;
    private final boolean minorUnits;

    public JudgeRow(Store store, boolean minorUnits) {
        this.store = store;
        this.minorUnits = minorUnits;
    }

    /** A row that is refused, with the first reason found. */
    static final class Refused extends RuntimeException {
        private final transient FieldError why;

        Refused(String pointer, String code, String message) {
            this(new FieldError(pointer, code, message));
        }

        Refused(FieldError why) {
            super(why.code(), null, false, false);
            this.why = why;
        }

        FieldError why() {
            return why;
        }
    }

    public ImportRow judge(FileRow row) {
        if (row.unreadable() != null) {
            throw new Refused(row.unreadable());
        }
        Sku sku = sku(row);
        Map<Section, LocalText> texts = texts(row);
        if (!texts.containsKey(Section.NAME)) {
            throw new Refused("/name", "REQUIRED", "A row has a name.");
        }
        Money price = price(row);
        ImportRow read = new ImportRow(
                row.line(),
                text(row, FileField.PRODUCT),
                sku,
                texts,
                text(row, FileField.BRAND),
                named(row, FileField.SPEC),
                row.categories(),
                row.media(),
                named(row, FileField.OPTION),
                price,
                onHand(row));
        checkAlone(read);
        return read;
    }

    private void checkAlone(ImportRow row) {
        Variant variant = new Variant(row.sku(), row.options(), row.price());
        ProductContent alone = new ProductContent(
                row.texts(), row.brand(), row.specification(), List.of(), row.media(), List.of(variant));
        ContentRules.check(alone, store.currency()).stream().findFirst().ifPresent(JudgeRow::refuse);
    }

    private static void refuse(FieldError error) {
        String pointer = error.pointer().replaceFirst("^/variants/0", "");
        throw new Refused(pointer, error.code(), error.message());
    }

    private static Sku sku(FileRow row) {
        String text = text(row, FileField.SKU);
        if (text == null) {
            throw new Refused("/sku", "REQUIRED", "A row has a SKU.");
        }
        try {
            return Sku.of(text);
        } catch (IllegalArgumentException malformed) {
            throw new Refused("/sku", "SKU_INVALID", "A SKU is 1 to 64 letters, digits or . _ ~ -");
        }
    }

    private Map<Section, LocalText> texts(FileRow row) {
        Map<Section, LocalText> texts = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            Map<String, String> byLanguage = new TreeMap<>();
            row.fields().forEach((field, text) -> {
                String language = language(section, field);
                String plain = language.isEmpty() ? "" : PlainText.of(text);
                if (!plain.isEmpty()) {
                    byLanguage.put(language, plain);
                }
            });
            if (!byLanguage.isEmpty()) {
                texts.put(section, new LocalText(byLanguage));
            }
        }
        return texts;
    }

    /** The language in which a field fills the section; empty when it does not. */
    private String language(Section section, String field) {
        String name = section.field();
        if (!field.startsWith(name)) {
            return "";
        }
        boolean other = field.length() > name.length() + 1 && field.charAt(name.length()) == '.';
        return field.length() == name.length() ? store.language() : other ? field.substring(name.length() + 1) : "";
    }

    private static Map<String, String> named(FileRow row, String prefix) {
        Map<String, String> named = new TreeMap<>();
        row.fields().forEach((field, text) -> {
            if (field.startsWith(prefix) && !text.isBlank()) {
                named.put(field.substring(prefix.length()), PlainText.of(text));
            }
        });
        return named;
    }

    private Money price(FileRow row) {
        String currency = text(row, FileField.CURRENCY);
        if (currency != null && !currency.equals(store.currency().getCurrencyCode())) {
            throw new Refused(
                    "/price/currency",
                    "CURRENCY_MISMATCH",
                    "Prices are in the store's currency, " + store.currency().getCurrencyCode() + ".");
        }
        String text = text(row, FileField.PRICE);
        if (text == null) {
            throw new Refused("/price", "REQUIRED", "A row has a price.");
        }
        int digits = minorUnits ? 0 : store.currency().getDefaultFractionDigits();
        try {
            return new Money(number(text).movePointRight(digits).longValueExact(), store.currency());
        } catch (ArithmeticException | NumberFormatException malformed) {
            String form = minorUnits
                    ? "A price is a whole number of minor units."
                    : "A price is decimal text with at most " + digits + " decimals.";
            throw new Refused("/price/amount", "PRICE_INVALID", form);
        }
    }

    private static @Nullable Integer onHand(FileRow row) {
        String text = text(row, FileField.ON_HAND);
        if (text == null) {
            return null;
        }
        try {
            return Quantity.of(number(text).intValueExact()).units();
        } catch (ArithmeticException | IllegalArgumentException malformed) {
            throw new Refused(
                    "/onHand", "QUANTITY_INVALID", "A count is a whole number from 0 to " + Quantity.MOST + ".");
        }
    }

    /** Plain decimal text: no exponent, no separators but one point. */
    private static BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    private static @Nullable String text(FileRow row, String field) {
        String text = row.fields().get(field);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
