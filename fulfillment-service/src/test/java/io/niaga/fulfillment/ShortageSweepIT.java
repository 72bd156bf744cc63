package io.niaga.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.testsupport.NiagaIT;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
class ShortageSweepIT {
    private static final List<String> UNREADABLE =
            List.of("ful_01kavf8g00e4ttm0nbdjqs0000", "ful_01kavf8g00e4ttm0nbdjqs0001");

    @Autowired
    FulfillmentSchedule schedule;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MeterRegistry meters;

    @Test
    void what_the_sweep_cannot_finish_is_counted() {
        MongoCollection<Document> all = mongo.getCollection("fulfillments");
        try {
            UNREADABLE.forEach(id -> all.insertOne(new Document("_id", id).append("state", "ENDING_SHORT")));
            schedule.finishShortages();
            assertThat(open()).isEqualTo(UNREADABLE.size());
        } finally {
            all.deleteMany(Filters.in("_id", UNREADABLE));
        }
        schedule.finishShortages();
        assertThat(open()).isZero();
    }

    private double open() {
        return meters.get("niaga.fulfillment.shortages.open").gauge().value();
    }
}
