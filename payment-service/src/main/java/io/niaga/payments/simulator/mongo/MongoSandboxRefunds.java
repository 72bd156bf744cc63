package io.niaga.payments.simulator.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.simulator.SandboxRefunds;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the sandbox remembers of refunds, by our keys, and how it was told to answer, by payment. */
public final class MongoSandboxRefunds implements SandboxRefunds {
    private static final String REFUNDS = "sandbox_refunds";
    private static final String ANSWERS = "sandbox_refund_answers";
    private static final String STANDING = "standing";
    private final MongoTemplate mongo;

    public MongoSandboxRefunds(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void answer(PaymentId payment, Answer answer) {
        mongo.save(new Document("_id", payment.value()).append("answer", answer.name()), ANSWERS);
    }

    @Override
    public Optional<Answer> answerFor(PaymentId payment) {
        return Optional.ofNullable(mongo.findById(payment.value(), Document.class, ANSWERS))
                .map(d -> Answer.valueOf(d.getString("answer")));
    }

    @Override
    public Standing remember(String key, Standing standing) {
        try {
            mongo.insert(new Document("_id", key).append(STANDING, standing.name()), REFUNDS);
            return standing;
        } catch (DuplicateKeyException known) {
            return find(key).orElseThrow();
        }
    }

    @Override
    public void conclude(String key, Standing standing) {
        mongo.getCollection(REFUNDS)
                .updateOne(
                        Filters.and(Filters.eq("_id", key), Filters.eq(STANDING, Standing.OPEN.name())),
                        Updates.set(STANDING, standing.name()));
    }

    @Override
    public Optional<Standing> find(String key) {
        return Optional.ofNullable(mongo.findById(key, Document.class, REFUNDS))
                .map(d -> Standing.valueOf(d.getString(STANDING)));
    }
}
