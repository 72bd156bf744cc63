package io.niaga.loyalty.points.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.niaga.loyalty.points.GoodsRefund;
import io.niaga.loyalty.points.GoodsRefunds;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Refunds in MongoDB, one document each, by their ids. */
public final class MongoGoodsRefunds implements GoodsRefunds {
    private static final String COLLECTION = "points_refunds";
    private final MongoTemplate mongo;

    public MongoGoodsRefunds(MongoTemplate mongo) {
        this.mongo = mongo;
        collection().createIndex(Indexes.ascending("orderId"));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    @Override
    public void add(GoodsRefund refund) {
        try {
            mongo.insert(RefundMapping.of(refund), COLLECTION);
        } catch (DuplicateKeyException known) {
            // Heard before.
        }
    }

    @Override
    public List<GoodsRefund> ofOrder(String orderId) {
        return collection()
                .find(Filters.eq("orderId", orderId))
                .map(RefundMapping::toRefund)
                .into(new ArrayList<>());
    }
}
