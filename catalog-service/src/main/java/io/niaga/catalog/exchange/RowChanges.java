package io.niaga.catalog.exchange;

import io.niaga.catalog.product.Media;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductContent;
import io.niaga.catalog.product.Variant;
import io.niaga.catalog.text.LocalText;
import io.niaga.catalog.text.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which fields a row by itself would change, for those who may not change all. */
final class RowChanges {
    private RowChanges() {}

    static List<String> of(ImportRow row, @Nullable Product known, ImportScene scene) {
        List<String> changed = new ArrayList<>();
        Optional<Variant> variant =
                known == null ? Optional.empty() : known.content().variant(row.sku());
        if (known == null || variant.isEmpty()) {
            changed.add("/sku");
            return changed;
        }
        ofProduct(row, known.content(), changed);
        if (!row.options().isEmpty() && !row.options().equals(variant.get().options())) {
            changed.add("/options");
        }
        if (!row.price().equals(variant.get().price())) {
            changed.add("/price");
        }
        ofPlace(row, known.content(), scene, changed);
        if (scene.job().order().publish() && !known.state().isPublished()) {
            changed.add("/state");
        }
        if (row.onHand() != null) {
            changed.add("/onHand");
        }
        return changed;
    }

    private static void ofPlace(ImportRow row, ProductContent now, ImportScene scene, List<String> changed) {
        boolean elsewhere = row.categories().stream()
                .map(scene.categories()::get)
                .anyMatch(path -> path == null || !now.categories().contains(path.id()));
        if (elsewhere) {
            changed.add("/category");
        }
    }

    private static void ofProduct(ImportRow row, ProductContent now, List<String> changed) {
        row.texts().forEach((section, text) -> {
            LocalText before = now.text(section);
            text.texts().forEach((language, words) -> {
                if (!words.equals(before.texts().get(language))) {
                    changed.add("/" + section.field() + "/" + language);
                }
            });
        });
        if (row.brand() != null && !row.brand().equals(now.brand())) {
            changed.add("/brand");
        }
        row.specification().forEach((name, value) -> {
            if (!value.equals(now.specification().get(name))) {
                changed.add("/specification/" + TextRules.escaped(name));
            }
        });
        if (!row.media().stream().allMatch(media -> isThere(media, now))) {
            changed.add("/media");
        }
    }

    /** A row names those of a product's media that it cares for, and may be silent on their texts. */
    private static boolean isThere(Media media, ProductContent now) {
        return now.media().stream()
                .filter(each -> each.url().equals(media.url()) && each.type() == media.type())
                .anyMatch(each -> each.alt().overlaid(media.alt()).equals(each.alt()));
    }
}
