package io.niaga.catalog.exchange;

import io.niaga.catalog.category.Categories;
import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryPath;
import io.niaga.catalog.category.EnsureCategories;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.Products;
import io.niaga.catalog.product.Section;
import io.niaga.catalog.product.SkuClaims;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.FieldError;
import io.niaga.types.IdSource;
import io.niaga.types.ProblemException;
import io.niaga.types.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Works on a piece of an import: judges its rows, finds their products, claims new SKUs, has stock counted, writes. A row is
 * taken as a whole or not at all. Repeated after a crash it comes to the same end.
 */
public final class ApplyPiece {
    private final Products products;
    private final SkuClaims claims;
    private final Categories categories;
    private final StockCounts stock;
    private final IdSource ids;
    private final WriteProducts writing;

    /** What rows are found in and written to. */
    public record Catalog(Products products, SkuClaims claims, Categories categories) {}

    public ApplyPiece(Catalog catalog, StockCounts stock, IdSource ids, ExecutorService writers) {
        this.products = catalog.products();
        this.claims = catalog.claims();
        this.categories = catalog.categories();
        this.stock = stock;
        this.ids = ids;
        this.writing = new WriteProducts(products, writers);
    }

    /** The outcomes by line. */
    public List<RowOutcome> apply(ImportJob job, Store store, ImportRights rights, List<FileRow> file, Instant now) {
        Map<Integer, FieldError> refused = new HashMap<>();
        List<ImportRow> rows = judged(new JudgeRow(store, job.order().mapping().minorUnits()), file, refused);
        Map<List<String>, CategoryPath> paths = paths(job, store, rights, rows, refused);
        rows.removeIf(row -> refused.containsKey(row.line()));
        List<RowGroup> groups = new GroupRows(products, claims, job.id(), store.id()).group(rows, refused);
        ImportScene scene = new ImportScene(job, store, rights, paths, taken(store, groups), now);
        FoldRows fold = new FoldRows(scene);
        List<FoldedGroup> folded = claimed(groups.stream().map(fold::fold).toList(), fold, scene);
        Map<Sku, StockCounts.Counted> counted = counted(folded, scene);
        List<FoldedGroup> sure = folded.stream()
                .map(group -> refuseUncounted(group, counted) ? refolded(group, fold, scene) : group)
                .toList();
        List<RowOutcome> outcomes = new ArrayList<>(withStock(writing.write(sure, fold, scene), rows, counted));
        refused.forEach((line, why) -> outcomes.add(RowOutcome.rejected(line, why)));
        outcomes.sort(Comparator.comparingInt(RowOutcome::line));
        return outcomes;
    }

    private static List<ImportRow> judged(JudgeRow judge, List<FileRow> file, Map<Integer, FieldError> refused) {
        List<ImportRow> rows = new ArrayList<>();
        for (FileRow row : file) {
            try {
                rows.add(judge.judge(row));
            } catch (JudgeRow.Refused why) {
                refused.put(row.line(), why.why());
            }
        }
        return rows;
    }

    private Map<List<String>, CategoryPath> paths(
            ImportJob job, Store store, ImportRights rights, List<ImportRow> rows, Map<Integer, FieldError> refused) {
        EnsureCategories ensure =
                new EnsureCategories(categories, ids, store, job.order().by());
        Map<List<String>, CategoryPath> found = new HashMap<>();
        for (ImportRow row : rows) {
            for (List<String> names : row.categories()) {
                FieldError flaw = flaw(names);
                if (flaw == null && !found.containsKey(names)) {
                    flaw = ensured(ensure, names, rights.all(), found);
                }
                if (flaw != null) {
                    refused.putIfAbsent(row.line(), flaw);
                }
            }
        }
        return found;
    }

    private static @Nullable FieldError ensured(
            EnsureCategories ensure, List<String> names, boolean make, Map<List<String>, CategoryPath> found) {
        try {
            ensure.at(names, make).map(Category::path).ifPresent(path -> found.put(names, path));
            return null;
        } catch (ProblemException full) {
            return new FieldError("/category", full.problem().code(), full.detail());
        }
    }

    private static @Nullable FieldError flaw(List<String> names) {
        if (names.size() > Category.DEEPEST) {
            return new FieldError(
                    "/category", "CATEGORY_TOO_DEEP", "A tree has at most " + Category.DEEPEST + " levels.");
        }
        boolean wrong = names.isEmpty()
                || names.stream()
                        .anyMatch(name -> name.isBlank()
                                || name.length() > Category.LONGEST_NAME
                                || name.chars().anyMatch(Character::isISOControl));
        return wrong
                ? new FieldError(
                        "/category", "CATEGORY_INVALID", "A name has 1 to " + Category.LONGEST_NAME + " characters.")
                : null;
    }

    /** The slugs that new products would like and others have. */
    private Set<String> taken(Store store, List<RowGroup> groups) {
        Set<String> wanted = new HashSet<>();
        for (RowGroup group : groups) {
            if (group.known() == null) {
                for (ImportRow row : group.rows()) {
                    LocalText name = row.texts().getOrDefault(Section.NAME, LocalText.EMPTY);
                    name.in(store.languages()).ifPresent(text -> wanted.add(ImportScene.wantedSlug(store, text)));
                }
            }
        }
        return products.takenSlugs(store.id(), wanted);
    }

    /** Claims the SKUs that are new to their products; a row whose SKU another product got first is refused. */
    private List<FoldedGroup> claimed(List<FoldedGroup> groups, FoldRows fold, ImportScene scene) {
        Map<Sku, ProductId> wanted = new HashMap<>();
        groups.forEach(group -> group.fresh()
                .forEach(sku -> wanted.putIfAbsent(sku, group.group().id())));
        Map<Sku, ProductId> owners = claims.claim(scene.store().id(), wanted, scene.now());
        List<FoldedGroup> sure = new ArrayList<>();
        for (FoldedGroup each : groups) {
            boolean lost = false;
            for (ImportRow row : each.group().rows()) {
                boolean mine = each.group().id().equals(owners.get(row.sku()));
                if (each.fresh().contains(row.sku()) && !mine) {
                    each.group()
                            .refuse(
                                    row,
                                    new FieldError("/sku", "SKU_TAKEN", "Another product of the store has this SKU."));
                    lost = true;
                }
            }
            sure.add(lost ? refolded(each, fold, scene) : each);
        }
        return sure;
    }

    /** Without the rows that were refused since; what was claimed for them is given up. */
    private FoldedGroup refolded(FoldedGroup before, FoldRows fold, ImportScene scene) {
        FoldedGroup now = fold.fold(before.group());
        Set<Sku> lost = new HashSet<>(before.fresh());
        lost.removeAll(now.fresh());
        if (!lost.isEmpty()) {
            claims.release(scene.store().id(), before.group().id(), lost);
        }
        return now;
    }

    /** New SKUs that nobody counted are counted as none. */
    private Map<Sku, StockCounts.Counted> counted(List<FoldedGroup> groups, ImportScene scene) {
        Map<Sku, Integer> counts = new HashMap<>();
        for (FoldedGroup group : groups) {
            Map<Integer, RowOutcome> outcomes = new HashMap<>();
            group.outcomes().forEach(each -> outcomes.put(each.line(), each));
            for (ImportRow row : group.group().rows()) {
                RowOutcome outcome = outcomes.get(row.line());
                Integer onHand =
                        row.onHand() == null && group.fresh().contains(row.sku()) ? Integer.valueOf(0) : row.onHand();
                if (outcome != null && outcome.kind() != RowOutcome.Kind.REJECTED && onHand != null) {
                    counts.put(row.sku(), onHand);
                }
            }
        }
        return counts.isEmpty() ? Map.of() : stock.count(scene.store().id(), counts);
    }

    private static boolean refuseUncounted(FoldedGroup group, Map<Sku, StockCounts.Counted> counted) {
        boolean any = false;
        for (ImportRow row : group.group().rows()) {
            StockCounts.Counted count = counted.get(row.sku());
            String refusal = count == null || row.onHand() == null ? null : count.refusal();
            if (refusal != null && !group.group().isRefused(row)) {
                group.group().refuse(row, new FieldError("/onHand", refusal, "The count was not taken."));
                any = true;
            }
        }
        return any;
    }

    private static List<RowOutcome> withStock(
            List<RowOutcome> outcomes, List<ImportRow> rows, Map<Sku, StockCounts.Counted> counted) {
        Map<Integer, Sku> skus = new HashMap<>();
        rows.stream().filter(row -> row.onHand() != null).forEach(row -> skus.put(row.line(), row.sku()));
        return outcomes.stream()
                .map(outcome -> {
                    Sku sku = skus.get(outcome.line());
                    StockCounts.Counted count = sku == null ? null : counted.get(sku);
                    boolean changed = count != null && count.changed();
                    return changed && outcome.kind() == RowOutcome.Kind.UNCHANGED
                            ? new RowOutcome(outcome.line(), RowOutcome.Kind.CHANGED, null)
                            : outcome;
                })
                .toList();
    }
}
