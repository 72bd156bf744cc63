package io.niaga.catalog.exchange;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.product.EditProduct;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Writes products side by side, one write each; where somebody else wrote in between, the rows are folded once more. */
final class WriteProducts {
    private static final int ATTEMPTS = 8;

    private final Products products;
    private final ExecutorService writers;

    WriteProducts(Products products, ExecutorService writers) {
        this.products = products;
        this.writers = writers;
    }

    List<RowOutcome> write(List<FoldedGroup> groups, FoldRows fold, ImportScene scene) {
        List<Callable<List<RowOutcome>>> work = new ArrayList<>();
        groups.forEach(group -> work.add(() -> write(group, fold, scene)));
        List<RowOutcome> outcomes = new ArrayList<>();
        try {
            for (Future<List<RowOutcome>> done : writers.invokeAll(work)) {
                outcomes.addAll(done.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while writing products", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
        return outcomes;
    }

    private List<RowOutcome> write(FoldedGroup first, FoldRows fold, ImportScene scene) {
        FoldedGroup group = first;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Product product = group.product();
            if (product == null) {
                return group.outcomes();
            }
            switch (save(group, product, scene)) {
                case DONE -> {
                    return group.outcomes();
                }
                case SLUG_TAKEN -> group = renamed(group, product);
                case STALE, KEY_TAKEN -> group = again(group, fold);
            }
        }
        throw new IllegalStateException(
                "a product changes all the time: " + first.group().id());
    }

    private Products.Outcome save(FoldedGroup group, Product product, ImportScene scene) {
        if (group.group().known() == null) {
            return products.add(product, List.of());
        }
        StaffWrite write = new StaffWrite(
                scene.job().order().by(), EditProduct.ACTION, product.id().value(), product.store(), group.changes());
        return products.save(product, group.changes().isEmpty() ? List.of() : List.of(write));
    }

    private static FoldedGroup renamed(FoldedGroup group, Product product) {
        return new FoldedGroup(
                group.group(),
                product.named(Product.uniqueSlug(product.slug(), product.id())),
                group.outcomes(),
                group.fresh(),
                group.changes());
    }

    private FoldedGroup again(FoldedGroup group, FoldRows fold) {
        Product now = products.find(group.group().id())
                .orElseThrow(() -> new IllegalStateException(
                        "another product took the name of " + group.group().id() + " meanwhile"));
        return fold.fold(group.group().on(now));
    }
}
