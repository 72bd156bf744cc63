package io.niaga.catalog.product.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.SkuClaims;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One document per claim, {@code _id} = {@code store/sku}: the id's uniqueness is the SKU's. */
public final class MongoSkuClaims implements SkuClaims {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String OWNER = "productId";
    private static final String AT = "at";

    private final MongoCollection<Document> claims;
    private final MongoCollection<Document> products;

    public MongoSkuClaims(MongoTemplate mongo) {
        this.claims = mongo.getDb().getCollection("skuClaims");
        this.products = mongo.getDb().getCollection("products");
    }

    @Override
    public Map<Sku, ProductId> owners(StoreId store, Collection<Sku> skus) {
        Map<Sku, ProductId> owners = new HashMap<>();
        if (!skus.isEmpty()) {
            claims.find(Filters.in("_id", ProductDocument.keys(store, skus)))
                    .forEach(claim -> owners.put(sku(store, claim), owner(claim)));
        }
        return owners;
    }

    @Override
    public Map<Sku, ProductId> claim(StoreId store, Map<Sku, ProductId> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Sku, ProductId> owners = new HashMap<>(wanted);
        if (!insert(store, wanted, now)) {
            for (Document claim : claims.find(Filters.in("_id", ProductDocument.keys(store, wanted.keySet())))) {
                Sku sku = sku(store, claim);
                ProductId mine = wanted.get(sku);
                owners.put(sku, mine == null ? owner(claim) : owner(claim, mine, now));
            }
        }
        return owners;
    }

    /** False when some were there. */
    private boolean insert(StoreId store, Map<Sku, ProductId> wanted, Instant now) {
        List<Document> fresh = wanted.entrySet().stream()
                .map(claim -> new Document(
                                "_id", ProductDocument.key(store, claim.getKey().value()))
                        .append(OWNER, claim.getValue().value())
                        .append(AT, Date.from(now)))
                .toList();
        try {
            claims.insertMany(fresh, new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException some) {
            if (some.getWriteErrors().stream().anyMatch(e -> e.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
            return false;
        }
    }

    /** Who has it: its claimer, unless that never came to use it. */
    private ProductId owner(Document claim, ProductId mine, Instant now) {
        ProductId owner = owner(claim);
        boolean recent = claim.getDate(AT).toInstant().plus(PATIENCE).isAfter(now);
        if (owner.equals(mine) || recent || uses(owner, claim.getString("_id"))) {
            return owner;
        }
        boolean taken = claims.updateOne(
                                Filters.and(
                                        Filters.eq("_id", claim.getString("_id")),
                                        Filters.eq(OWNER, owner.value()),
                                        Filters.eq(AT, claim.getDate(AT))),
                                Updates.combine(Updates.set(OWNER, mine.value()), Updates.set(AT, Date.from(now))))
                        .getMatchedCount()
                > 0;
        return taken ? mine : owner;
    }

    private boolean uses(ProductId product, String key) {
        return products.countDocuments(
                        Filters.and(Filters.eq("_id", product.value()), Filters.eq(ProductDocument.KEYS, key)))
                > 0;
    }

    @Override
    public void release(StoreId store, ProductId product, Collection<Sku> skus) {
        claims.deleteMany(
                Filters.and(Filters.in("_id", ProductDocument.keys(store, skus)), Filters.eq(OWNER, product.value())));
    }

    private static ProductId owner(Document claim) {
        return ProductId.of(claim.getString(OWNER));
    }

    private static Sku sku(StoreId store, Document claim) {
        return Sku.of(claim.getString("_id").substring(store.value().length() + 1));
    }
}
