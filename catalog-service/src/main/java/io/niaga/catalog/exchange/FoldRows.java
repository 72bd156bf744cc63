package io.niaga.catalog.exchange;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.CategoryPath;
import io.niaga.catalog.product.ContentRules;
import io.niaga.catalog.product.ImportMark;
import io.niaga.catalog.product.Media;
import io.niaga.catalog.product.Origin;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductContent;
import io.niaga.catalog.product.ProductState;
import io.niaga.catalog.product.Section;
import io.niaga.catalog.product.Variant;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.FieldError;
import io.niaga.types.Revision;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one product of its rows, purely: the later line wins, texts and specifications are added to, categories and media are
 * those of all its lines together. A row that may not or cannot be taken leaves no trace; and what a product has more of than
 * its rows name is only taken from it by those who may change that.
 */
final class FoldRows {
    /** Of a product that was archived while the file was at work on it. */
    private static final FieldError ARCHIVED =
            new FieldError("/product", "PRODUCT_ARCHIVED", "The product was archived meanwhile.");

    private final ImportScene scene;

    FoldRows(ImportScene scene) {
        this.scene = scene;
    }

    FoldedGroup fold(RowGroup group) {
        Product known = group.known();
        if (known != null && known.state() instanceof ProductState.Archived) {
            group.rows().forEach(row -> group.refused().putIfAbsent(row.line(), ARCHIVED));
        }
        ProductContent before = known == null ? ProductContent.EMPTY : known.content();
        FoldVariants variants = new FoldVariants(before.variants());
        List<RowOutcome> outcomes = new ArrayList<>();
        List<ImportRow> taken = new ArrayList<>();
        for (ImportRow row : group.rows()) {
            RowOutcome outcome = outcome(group, row, variants);
            outcomes.add(outcome);
            if (outcome.kind() != RowOutcome.Kind.REJECTED) {
                taken.add(row);
            }
        }
        if (taken.isEmpty()) {
            return new FoldedGroup(group, null, outcomes, Set.of(), List.of());
        }
        Map<String, CategoryPath> paths = paths(known, taken);
        ProductContent after = content(known, before, taken, paths).withVariants(variants.all());
        List<FieldError> flaws = ContentRules.check(after, scene.store().currency());
        if (!flaws.isEmpty()) {
            return refusedAll(group, outcomes, flaws.getFirst());
        }
        return folded(group, after, List.copyOf(paths.values()), outcomes);
    }

    private RowOutcome outcome(RowGroup group, ImportRow row, FoldVariants variants) {
        FieldError refused = group.refused().get(row.line());
        if (refused == null && !scene.rights().all()) {
            refused = scene.rights()
                    .refused(RowChanges.of(row, group.known(), scene))
                    .orElse(null);
        }
        return refused == null ? variants.put(row) : RowOutcome.rejected(row.line(), refused);
    }

    private static FoldedGroup refusedAll(RowGroup group, List<RowOutcome> outcomes, FieldError why) {
        List<RowOutcome> refused = outcomes.stream()
                .map(each -> each.kind() == RowOutcome.Kind.REJECTED ? each : RowOutcome.rejected(each.line(), why))
                .toList();
        return new FoldedGroup(group, null, refused, Set.of(), List.of());
    }

    private FoldedGroup folded(
            RowGroup group, ProductContent after, List<CategoryPath> paths, List<RowOutcome> outcomes) {
        Product known = group.known();
        ProductContent before = known == null ? ProductContent.EMPTY : known.content();
        Set<Sku> fresh = new HashSet<>(after.skus());
        fresh.removeAll(before.skus());
        boolean publishes = scene.job().order().publish()
                && (known == null || !known.state().isPublished());
        if (known != null && after.equals(before) && !publishes && !adopts(known, group.key())) {
            return new FoldedGroup(group, null, counted(group, outcomes, false), Set.of(), List.of());
        }
        boolean whole = publishes || !after.withVariants(List.of()).equals(before.withVariants(List.of()));
        List<RowOutcome> counted = counted(group, outcomes, whole);
        Product product = product(group, after, paths).from(origin(group, counted));
        if (scene.job().order().publish()) {
            product = product.publish(scene.now());
        }
        List<StaffWrite.FieldChange> changes = known == null ? List.of() : ContentChanges.between(known, product);
        return new FoldedGroup(group, product, counted, fresh, changes);
    }

    private boolean adopts(Product known, @Nullable ProductKey key) {
        return key != null && known.origin().key() == null && scene.rights().may("/product");
    }

    private Product product(RowGroup group, ProductContent after, List<CategoryPath> paths) {
        Product known = group.known();
        if (known != null) {
            return known.written(after, known.slug(), paths, scene.now());
        }
        return new Product(
                group.id(),
                scene.store().id(),
                scene.slug(after, group.id()),
                new ProductState.Draft(),
                after,
                paths,
                scene.now(),
                scene.now(),
                Origin.NONE,
                Revision.NEW);
    }

    private Origin origin(RowGroup group, List<RowOutcome> outcomes) {
        ProductKey key = group.key();
        Product known = group.known();
        String old = known == null ? null : known.origin().key();
        Map<Integer, Sku> skus = group.rows().stream().collect(Collectors.toMap(ImportRow::line, ImportRow::sku));
        ImportMark mark = new ImportMark(
                scene.importId(),
                scene.piece(),
                skus(outcomes, RowOutcome.Kind.CREATED, skus),
                skus(outcomes, RowOutcome.Kind.CHANGED, skus));
        return key == null || (known != null && !adopts(known, key))
                ? new Origin(old, mark)
                : new Origin(key.hash(), mark);
    }

    private static Set<Sku> skus(List<RowOutcome> outcomes, RowOutcome.Kind kind, Map<Integer, Sku> byLine) {
        Set<Sku> skus = new HashSet<>();
        outcomes.stream()
                .filter(each -> each.kind() == kind)
                .forEach(each -> skus.add(byLine.getOrDefault(each.line(), Sku.of("none"))));
        return skus;
    }

    /** What rows count as: of a product that changed as a whole all did; a repeated piece counts what it did at first. */
    private List<RowOutcome> counted(RowGroup group, List<RowOutcome> outcomes, boolean whole) {
        Product known = group.known();
        ImportMark mark = known == null ? null : known.origin().mark();
        boolean repeated = mark != null && mark.is(scene.importId(), scene.piece());
        List<RowOutcome> counted = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            RowOutcome outcome = outcomes.get(i);
            if (outcome.kind() == RowOutcome.Kind.UNCHANGED) {
                Sku sku = group.rows().get(i).sku();
                RowOutcome.Kind kind = whole ? RowOutcome.Kind.CHANGED : RowOutcome.Kind.UNCHANGED;
                outcome = new RowOutcome(outcome.line(), repeated ? first(mark, sku, kind) : kind, null);
            }
            counted.add(outcome);
        }
        return counted;
    }

    private static RowOutcome.Kind first(@Nullable ImportMark mark, Sku sku, RowOutcome.Kind otherwise) {
        if (mark != null && mark.created().contains(sku)) {
            return RowOutcome.Kind.CREATED;
        }
        return mark != null && mark.changed().contains(sku) ? RowOutcome.Kind.CHANGED : otherwise;
    }

    private ProductContent content(
            @Nullable Product known, ProductContent before, List<ImportRow> rows, Map<String, CategoryPath> paths) {
        Map<Section, LocalText> texts = new EnumMap<>(Section.class);
        texts.putAll(before.texts());
        String brand = before.brand();
        Map<String, String> specification = new LinkedHashMap<>(before.specification());
        for (ImportRow row : rows) {
            row.texts().forEach((section, text) -> texts.merge(section, text, LocalText::overlaid));
            brand = row.brand() == null ? brand : row.brand();
            specification.putAll(row.specification());
        }
        List<CategoryId> categories =
                paths.values().stream().map(CategoryPath::id).toList();
        List<Variant> none = List.of();
        return new ProductContent(texts, brand, specification, categories, media(known, rows), none);
    }

    /** The lines' own places; where they name none, and where the same import named some before, the product's too. */
    private Map<String, CategoryPath> paths(@Nullable Product known, List<ImportRow> rows) {
        Map<String, CategoryPath> paths = new LinkedHashMap<>();
        Map<String, CategoryPath> named = scene.paths(rows);
        if (known != null
                && (named.isEmpty() || isOfThisImport(known) || !scene.rights().may("/category"))) {
            known.paths().forEach(path -> paths.put(path.id().value(), path));
        } else if (known != null) {
            // In their old order, so that naming the same again is no change.
            known.paths().stream()
                    .filter(path -> named.containsKey(path.id().value()))
                    .forEach(path -> paths.put(path.id().value(), path));
        }
        paths.putAll(named);
        return paths;
    }

    private List<Media> media(@Nullable Product known, List<ImportRow> rows) {
        Map<String, Media> media = new LinkedHashMap<>();
        rows.forEach(row -> row.media().forEach(each -> media.put(each.url(), each)));
        if (known != null && !scene.rights().may("/media")) {
            return known.content().media();
        }
        if (known == null || (!media.isEmpty() && !isOfThisImport(known))) {
            return List.copyOf(media.values());
        }
        Map<String, Media> all = new LinkedHashMap<>();
        known.content().media().forEach(each -> all.put(each.url(), each));
        all.putAll(media);
        return List.copyOf(all.values());
    }

    private boolean isOfThisImport(Product known) {
        ImportMark mark = known.origin().mark();
        return mark != null && mark.importId().equals(scene.importId());
    }
}
