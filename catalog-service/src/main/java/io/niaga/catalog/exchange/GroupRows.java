package io.niaga.catalog.exchange;

import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.ProductState;
import io.niaga.catalog.product.Products;
import io.niaga.catalog.product.SkuClaims;
import io.niaga.types.FieldError;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the product of each row: the one that files call so, else the one that has the SKU, else a new one. A handful of queries
 * for all rows together.
 */
final class GroupRows {
    private final Products products;
    private final SkuClaims claims;
    private final ImportId job;
    private final StoreId store;
    private final Map<String, Product> byKey = new HashMap<>();
    private final Map<ProductId, Product> byId = new HashMap<>();
    private Map<Sku, ProductId> owners = Map.of();

    GroupRows(Products products, SkuClaims claims, ImportId job, StoreId store) {
        this.products = products;
        this.claims = claims;
        this.job = job;
        this.store = store;
    }

    /** The groups, and in {@code refused} the rows whose SKU is another product's. */
    List<RowGroup> group(List<ImportRow> rows, Map<Integer, FieldError> refused) {
        load(rows);
        Map<ProductId, RowGroup> groups = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            ProductKey key = ProductKey.of(named(row));
            Product known = known(row, key);
            Product owner = owner(row.sku());
            if (owner != null && (known == null || !known.id().equals(owner.id()))) {
                refused.put(
                        row.line(), new FieldError("/sku", "SKU_TAKEN", "Another product of the store has this SKU."));
                continue;
            }
            ProductId id = known == null ? key.productIn(job) : known.id();
            groups.computeIfAbsent(id, fresh -> new RowGroup(fresh, known, adoptable(row, key)))
                    .rows()
                    .add(row);
        }
        return List.copyOf(groups.values());
    }

    private static String named(ImportRow row) {
        String named = row.named();
        return named == null ? row.sku().value() : named;
    }

    /** A product that was made by hand takes the name that a file gives it, but not a SKU that stands in for one. */
    private @Nullable ProductKey adoptable(ImportRow row, ProductKey key) {
        boolean byHand = owner(row.sku()) != null && !byKey.containsKey(key.hash());
        return byHand && row.named() == null ? null : key;
    }

    private @Nullable Product known(ImportRow row, ProductKey key) {
        Product called = byKey.get(key.hash());
        if (called != null) {
            return called;
        }
        Product made = byId.get(key.productIn(job));
        if (made != null) {
            return made;
        }
        Product owner = owner(row.sku());
        boolean same = owner != null && (row.named() == null || owner.origin().key() == null);
        return same ? owner : null;
    }

    /** The product that has the SKU; a claim alone is not enough. */
    private @Nullable Product owner(Sku sku) {
        ProductId id = owners.get(sku);
        Product owner = id == null ? null : byId.get(id);
        return owner != null && owner.content().variant(sku).isPresent() ? owner : null;
    }

    private void load(List<ImportRow> rows) {
        Set<String> keys = new HashSet<>();
        Set<Sku> skus = new HashSet<>();
        rows.forEach(row -> {
            keys.add(ProductKey.of(named(row)).hash());
            skus.add(row.sku());
        });
        products.byImportKeys(store, keys).forEach(this::keep);
        owners = claims.owners(store, skus);
        List<ProductId> others = new ArrayList<>();
        owners.values().stream().distinct().filter(id -> !byId.containsKey(id)).forEach(others::add);
        products.findAll(others).forEach(this::keep);
    }

    private void keep(Product product) {
        if (product.state() instanceof ProductState.Archived) {
            return;
        }
        byId.put(product.id(), product);
        String key = product.origin().key();
        if (key != null) {
            byKey.put(key, product);
        }
    }
}
