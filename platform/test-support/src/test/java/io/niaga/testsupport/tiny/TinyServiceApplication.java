package io.niaga.testsupport.tiny;

import io.niaga.events.Topics;
import io.niaga.events.payments.PaymentCapturedV1;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Subscription;
import java.time.Clock;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A service with one thing of everything. */
@SpringBootApplication
public class TinyServiceApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(TinyServiceApplication.class, arguments);
    }

    @Bean
    Things things(Outboxes outboxes, Clock clock) {
        return new Things(outboxes.collection("things"), clock);
    }

    @Bean
    Subscription payments(MongoTemplate mongo) {
        return Subscription.to(Topics.PAYMENT)
                .as("tiny-payments")
                .on(
                        PaymentCapturedV1.TYPE,
                        PaymentCapturedV1.class,
                        (body, envelope) -> mongo.save(new Document("_id", envelope.key()), "heard"))
                .build();
    }

    @Bean
    Subscription parcels(MongoTemplate mongo) {
        return new Parcels(mongo).subscription();
    }
}
