package io.niaga.catalog.exchange.csv;

import io.niaga.catalog.exchange.FileField;
import io.niaga.catalog.exchange.FileRow;
import io.niaga.catalog.product.Media;
import io.niaga.catalog.text.LocalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Makes fields of JSON values: objects by language or name, lists of categories and media, everything else as text. */
final class JsonCells {
    private static final int MOST_DIGITS = 40;

    private final RowFields row;

    JsonCells(RowFields row) {
        this.row = row;
    }

    FileRow row() {
        return row.row();
    }

    void put(String field, String text) {
        row.put(field, text);
    }

    void put(String field, String key, JsonNode value) {
        switch (field) {
            case FileField.OPTIONS -> named(FileField.OPTION, field, value);
            case FileField.SPECIFICATION -> named(FileField.SPEC, field, value);
            case FileField.PRICE -> price(value);
            case FileField.CATEGORY -> categories(value);
            case FileField.MEDIA -> media(value);
            case FileField.IMAGE, FileField.VIDEO -> each(field, value);
            default -> {
                if (FileField.isText(field) && value.isObject()) {
                    named(field + ".", field, value);
                } else {
                    scalar(field, value);
                }
            }
        }
    }

    private void scalar(String field, JsonNode value) {
        if (value.isArray() && field.startsWith(FileField.SPEC)) {
            List<String> all = new ArrayList<>();
            value.forEach(each -> text(each).ifPresent(all::add));
            row.put(field, String.join(", ", all));
            return;
        }
        text(value).ifPresentOrElse(text -> row.put(field, text), () -> wrong(field));
    }

    private void named(String prefix, String field, JsonNode value) {
        if (!value.isObject()) {
            wrong(field);
            return;
        }
        value.properties().forEach(each -> {
            if (!each.getValue().isNull()) {
                scalar(prefix + each.getKey(), each.getValue());
            }
        });
    }

    private void price(JsonNode value) {
        if (!value.isObject()) {
            scalar(FileField.PRICE, value);
            return;
        }
        JsonNode amount = value.path("amount");
        if (!amount.isMissingNode() && !amount.isNull()) {
            text(amount).ifPresentOrElse(text -> row.put(FileField.PRICE, text), () -> wrong("price.amount"));
        }
        text(value.path("currency")).ifPresent(text -> row.put(FileField.CURRENCY, text));
    }

    private void categories(JsonNode value) {
        if (!value.isArray()) {
            scalar(FileField.CATEGORY, value);
        } else if (!value.isEmpty() && value.get(0).isArray()) {
            value.forEach(this::category);
        } else if (!value.isEmpty()) {
            category(value);
        }
    }

    private void category(JsonNode levels) {
        List<String> names = new ArrayList<>();
        for (JsonNode level : levels) {
            if (!level.isString()) {
                wrong(FileField.CATEGORY);
                return;
            }
            names.add(level.stringValue());
        }
        row.category(names);
    }

    private void each(String field, JsonNode value) {
        if (value.isArray()) {
            value.forEach(one -> scalar(field, one));
        } else {
            scalar(field, value);
        }
    }

    private void media(JsonNode value) {
        if (!value.isArray()) {
            wrong(FileField.MEDIA);
            return;
        }
        for (JsonNode each : value) {
            String type = each.path("type").asString("IMAGE");
            boolean known = type.equals("IMAGE") || type.equals("VIDEO");
            if (!known || !each.path("url").isString()) {
                row.flaw("/media", "TYPE_INVALID", "Media have a type IMAGE or VIDEO and a url.");
                return;
            }
            row.media(new Media(Media.Type.valueOf(type), each.path("url").stringValue(), alt(each.path("alt"))));
        }
    }

    private static LocalText alt(JsonNode alt) {
        Map<String, String> texts = new TreeMap<>();
        alt.properties().forEach(each -> {
            if (each.getValue().isString() && !each.getValue().stringValue().isBlank()) {
                texts.put(each.getKey(), each.getValue().stringValue());
            }
        });
        return new LocalText(texts);
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isString()) {
            return Optional.of(value.stringValue());
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            boolean reasonable = Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
            return reasonable ? Optional.of(number.toPlainString()) : Optional.empty();
        }
        return value.isBoolean() ? Optional.of(Boolean.toString(value.booleanValue())) : Optional.empty();
    }

    private void wrong(String field) {
        row.flaw(RowFields.pointer(field), "TYPE_INVALID", "This value has another form than the field.");
    }
}
