package io.niaga.catalog.price;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.audit.StaffWrite.FieldChange;
import io.niaga.catalog.product.ContentRules;
import io.niaga.catalog.product.EditProduct;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.ProductState;
import io.niaga.catalog.product.Products;
import io.niaga.catalog.product.SkuClaims;
import io.niaga.catalog.product.Variant;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.TextRules;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.FieldError;
import io.niaga.types.Money;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.ProblemException;
import io.niaga.types.Sku;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sets prices by SKU and touches nothing else of their products: an edit of something else at the same time loses nothing, and
 * the price is set on what it made. One write for each product, told and audited as an edit is; a price that is as asked for is
 * not written, so whoever does not know what became of a request sends it again.
 */
@UseCase
public final class ChangePrices {
    private static final int ATTEMPTS = 8;

    private final Products products;
    private final SkuClaims claims;
    private final Permissions permissions;
    private final Clock clock;
    private final Consumer<String> count;

    /** @param count told the outcome of each row of a batch */
    public ChangePrices(
            Products products, SkuClaims claims, Permissions permissions, Clock clock, Consumer<String> count) {
        this.products = products;
        this.claims = claims;
        this.permissions = permissions;
        this.clock = clock;
        this.count = count;
    }

    /** A product before and after its prices were set; the same when they were so already. */
    private record Written(Product before, Product after) {}

    /** Sets one price and answers its product. */
    public Product one(Actor actor, Store store, PriceChange change, Precondition precondition) {
        require(actor, store, List.of(change));
        Sku sku = change.sku();
        Product now = Optional.ofNullable(
                        claims.owners(store.id(), List.of(sku)).get(sku))
                .flatMap(products::find)
                .orElseThrow(() -> unknown(sku));
        precondition.check(now.revision());
        ProblemException refused = CommonProblem.INVALID_REQUEST.now();
        wrong(change, store).forEach(refused::at);
        if (!refused.errors().isEmpty()) {
            throw refused;
        }
        Written written = write(actor, now, Map.of(sku, change.price()), precondition);
        if (sold(written.before, sku).isEmpty()) {
            throw unknown(sku);
        }
        return written.after;
    }

    /** One outcome per row, in their order; each row stands for itself. A SKU that is named twice is nobody's clear will. */
    public List<PriceOutcome> all(Actor actor, Store store, List<PriceChange> rows) {
        require(actor, store, rows);
        Map<Sku, PriceOutcome> outcomes = new HashMap<>();
        Map<Sku, Money> prices = new LinkedHashMap<>();
        for (PriceChange row : rows) {
            wrong(row, store).stream().findFirst().ifPresent(error -> outcomes.put(row.sku(), rejected(error)));
            if (prices.put(row.sku(), row.price()) != null) {
                outcomes.put(row.sku(), rejected(new FieldError("/sku", "SKU_TWICE", "A SKU is there once.")));
            }
        }
        prices.keySet().removeAll(outcomes.keySet());
        byProduct(store, prices).forEach((id, some) -> outcomes.putAll(set(actor, id, some)));
        List<PriceOutcome> all = rows.stream()
                .map(row -> outcomes.getOrDefault(row.sku(), rejected(unknown(row.sku()))))
                .toList();
        all.forEach(outcome -> count.accept(outcome.label().toLowerCase(Locale.ROOT)));
        return all;
    }

    private void require(Actor actor, Store store, List<PriceChange> rows) {
        List<String> pointers = rows.stream().map(row -> pointer(row.sku())).toList();
        permissions.requireFields(actor, EditProduct.ACTION, store.id(), pointers);
    }

    private static List<FieldError> wrong(PriceChange change, Store store) {
        List<FieldError> found = new ArrayList<>();
        ContentRules.price(change.price(), "/price", store.currency(), found);
        return found;
    }

    private Map<ProductId, Map<Sku, Money>> byProduct(Store store, Map<Sku, Money> prices) {
        Map<Sku, ProductId> owners = claims.owners(store.id(), prices.keySet());
        Map<ProductId, Map<Sku, Money>> byProduct = new LinkedHashMap<>();
        prices.forEach((sku, price) -> {
            ProductId owner = owners.get(sku);
            if (owner != null) {
                byProduct.computeIfAbsent(owner, id -> new HashMap<>()).put(sku, price);
            }
        });
        return byProduct;
    }

    /** The outcomes of those that the product has. One product at a time is in memory: it may be large. */
    private Map<Sku, PriceOutcome> set(Actor actor, ProductId id, Map<Sku, Money> prices) {
        Map<Sku, PriceOutcome> outcomes = new HashMap<>();
        try {
            Optional<Product> now = products.find(id);
            if (now.isPresent()) {
                Product before = write(actor, now.get(), prices, Precondition.NONE).before;
                prices.forEach((sku, price) -> sold(before, sku)
                        .ifPresent(variant -> outcomes.put(
                                sku,
                                variant.price().equals(price)
                                        ? new PriceOutcome.Unchanged()
                                        : new PriceOutcome.Changed())));
            }
        } catch (ProblemException refused) {
            prices.keySet().forEach(sku -> outcomes.put(sku, rejected(refused)));
        }
        return outcomes;
    }

    /** What somebody else wrote in between is kept: the prices are set on that. */
    private Written write(Actor actor, Product first, Map<Sku, Money> prices, Precondition precondition) {
        Product now = first;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            precondition.check(now.revision());
            List<FieldChange> changes = changes(now, prices);
            if (changes.isEmpty()) {
                return new Written(now, now);
            }
            Product priced = now.priced(prices, clock.instant());
            StaffWrite write =
                    new StaffWrite(actor, EditProduct.ACTION, now.id().value(), now.store(), changes);
            boolean done = products.save(priced, List.of(write)) == Products.Outcome.DONE;
            Product kept = products.find(first.id()).orElse(priced);
            if (done) {
                return new Written(now, kept);
            }
            now = kept;
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private static List<FieldChange> changes(Product now, Map<Sku, Money> prices) {
        List<FieldChange> changes = new ArrayList<>();
        prices.forEach((sku, price) -> sold(now, sku)
                .filter(variant -> !variant.price().equals(price))
                .ifPresent(variant -> changes.add(
                        new FieldChange(pointer(sku), variant.price().toString(), price.toString()))));
        return changes;
    }

    /** An archived product's SKUs are free. */
    private static Optional<Variant> sold(Product product, Sku sku) {
        return product.state() instanceof ProductState.Archived
                ? Optional.empty()
                : product.content().variant(sku);
    }

    private static String pointer(Sku sku) {
        return "/variants/" + TextRules.escaped(sku.value()) + "/price";
    }

    private static ProblemException unknown(Sku sku) {
        return PriceProblem.SKU_UNKNOWN.with("sku", sku.value());
    }

    private static PriceOutcome rejected(ProblemException refused) {
        return new PriceOutcome.Rejected(refused.problem().code(), refused.detail());
    }

    private static PriceOutcome rejected(FieldError error) {
        return new PriceOutcome.Rejected(error.code(), error.message());
    }
}
