package io.niaga.testsupport.tiny;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with one thing of everything. */
@SpringBootApplication
@RestController
public class TinyApplication {
    private final MongoTemplate mongo;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Clock clock;

    TinyApplication(MongoTemplate mongo, KafkaTemplate<String, byte[]> kafka, Clock clock) {
        this.mongo = mongo;
        this.kafka = kafka;
        this.clock = clock;
    }

    @PutMapping("/v1/things/{id}")
    Map<String, Object> put(@PathVariable String id, @RequestBody String body) throws Exception {
        mongo.save(new Document("_id", id).append("text", body), "things");
        kafka.send("niaga.order.v1", id, body.getBytes(StandardCharsets.UTF_8)).get();
        return Map.of("id", id);
    }

    @GetMapping("/v1/now")
    Map<String, Object> now() {
        return Map.of(
                "now", clock.instant().toString(), "database", mongo.getDb().getName());
    }

    @KafkaListener(topics = "niaga.payment.v1")
    void heard(ConsumerRecord<String, byte[]> message) {
        mongo.save(new Document("_id", message.key()).append("size", message.serializedValueSize()), "heard");
    }
}
