package io.niaga.system.harness;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** What the sandbox provider was let tell: it is only promised when it is asked for, and comes a moment later. */
public final class ProviderCalls {
    private ProviderCalls() {}

    /** Waits until these facts about a payment, and no other, have arrived and been judged, and no call is owed any more. */
    public static void arrived(SystemStack stack, String paymentId, String... kinds) {
        MongoDatabase payments = stack.database("payment-service");
        eventually(() -> {
            assertThat(payments.getCollection("sandbox_deliveries").countDocuments(regex("body", paymentId)))
                    .as("calls owed about %s", paymentId)
                    .isZero();
            List<String> judged = new ArrayList<>();
            for (Document event : payments.getCollection("provider_events").find(eq("paymentId", paymentId))) {
                assertThat(event.getString("outcome")).as("%s", event).isEqualTo("APPLIED");
                judged.add(event.getString("kind"));
            }
            assertThat(judged).containsExactlyInAnyOrder(kinds);
        });
    }
}
