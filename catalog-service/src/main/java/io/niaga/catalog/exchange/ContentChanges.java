package io.niaga.catalog.exchange;

import io.niaga.catalog.audit.StaffWrite.FieldChange;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductContent;
import io.niaga.catalog.product.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a product, for the audit entry of an import that changed it. */
final class ContentChanges {
    private ContentChanges() {}

    static List<FieldChange> between(Product before, Product after) {
        List<FieldChange> changes = new ArrayList<>();
        ProductContent old = before.content();
        ProductContent now = after.content();
        ofTexts(old, now, changes);
        add(
                changes,
                "/categories",
                old.categories().toString(),
                now.categories().toString());
        add(changes, "/media", old.media().toString(), now.media().toString());
        now.variants()
                .forEach(variant ->
                        addVariant(changes, old.variant(variant.sku()).orElse(null), variant));
        add(changes, "/state", before.state().label(), after.state().label());
        return changes;
    }

    private static void ofTexts(ProductContent old, ProductContent now, List<FieldChange> changes) {
        now.texts()
                .forEach((section, text) -> text.texts()
                        .forEach((language, words) -> add(
                                changes,
                                "/" + section.field() + "/" + language,
                                old.text(section).texts().get(language),
                                words)));
        add(changes, "/brand", old.brand(), now.brand());
        Set<String> names = new TreeSet<>(now.specification().keySet());
        names.forEach(name -> add(
                changes,
                "/specification/" + name,
                old.specification().get(name),
                now.specification().get(name)));
    }

    private static void addVariant(List<FieldChange> changes, @Nullable Variant before, Variant after) {
        String at = "/variants/" + after.sku();
        add(
                changes,
                at + "/price",
                before == null ? null : before.price().toString(),
                after.price().toString());
        add(
                changes,
                at + "/options",
                before == null ? null : before.options().toString(),
                after.options().toString());
    }

    private static void add(List<FieldChange> changes, String pointer, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changes.add(new FieldChange(pointer, from, to));
        }
    }
}
