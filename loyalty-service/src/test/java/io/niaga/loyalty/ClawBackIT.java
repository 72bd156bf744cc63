package io.niaga.loyalty;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.niaga.events.Topics;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Refunds take the points of their goods with them, as the member, the topic and the books show. */
@NiagaIT
class ClawBackIT {
    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    private final UserId user = UserId.ofSubject(UUID.randomUUID());
    private final String member = new TypeId("mem", user.subject()).toString();
    private Api buyer;
    private Facts facts;

    @BeforeEach
    void somebody_buys() {
        buyer = api.as(TestTokens.customer(user));
        facts = new Facts(user);
    }

    private long points(String which) {
        return buyer.get("/v1/members/me").expect(200).json("/points/" + which).asLong();
    }

    private void hasActive(long points) {
        eventually(() -> assertThat(points("active")).isEqualTo(points));
    }

    /** As the database alone proves it. */
    private void assertBooksAgree() {
        eventually(() -> {
            long fold = mongo
                    .getCollection("points_entries")
                    .find(new Document("memberId", member))
                    .into(new ArrayList<>())
                    .stream()
                    .mapToLong(e -> switch (e.getString("kind")) {
                        case "EARNED" -> e.getLong("points");
                        case "CLAWED_BACK" -> -e.getLong("points");
                        default -> 0;
                    })
                    .sum();
            long buckets = mongo.findById(member, Document.class, "members").getList("buckets", Document.class).stream()
                    .filter(b -> b.getString("state").equals("ACTIVE"))
                    .mapToLong(b -> b.getLong("points"))
                    .sum();
            assertThat(List.of(fold, buckets)).containsOnly(points("active"));
        });
    }

    @Test
    void a_part_takes_its_points_once_and_the_member_sees_it() {
        facts.confirmed(null).completed();
        hasActive(400);
        facts.refunded(1, "110000.00", "100000.00");
        hasActive(300);
        facts.refunded(1, "110000.00", "100000.00")
                .refunded(2, "10000.00", "0.00")
                .refunded(3, "50000.00", "50000.00");
        hasActive(250);
        eventually(() -> assertThat(
                        buyer.get("/v1/members/me/ledger").expect(200).json("/items"))
                .extracting(e -> e.at("/type").asString(), e -> e.at("/change").asLong())
                .containsExactly(
                        tuple("CLAWED_BACK", -50L),
                        tuple("CLAWED_BACK", -100L),
                        tuple("EARNED", 400L),
                        tuple("PENDING", 0L)));
        eventually(() -> assertThat(TestEvents.told(Topics.LOYALTY, member))
                .extracting(Told::type, t -> t.text("/points"))
                .containsExactly(
                        tuple("points.earned.v1", "400"),
                        tuple("points.clawed-back.v1", "100"),
                        tuple("points.clawed-back.v1", "50")));
        assertBooksAgree();
    }

    @Test
    void a_refund_that_is_heard_before_its_order_counts_when_the_order_comes() {
        facts.refunded(1, "210000.00", null);
        eventually(() -> assertThat(mongo.getCollection("points_refunds")
                        .countDocuments(new Document("orderId", facts.order.toString())))
                .isEqualTo(1));
        facts.confirmed(null);
        eventually(() -> assertThat(points("pending")).isEqualTo(200));
        facts.completed();
        hasActive(200);
        facts.confirmed(null).refunded(1, "210000.00", null);
        assertBooksAgree();
        assertThat(points("pending")).isZero();
    }

    @Test
    void a_refund_between_confirmation_and_completion_leaves_fewer_to_come() {
        facts.confirmed(null);
        eventually(() -> assertThat(points("pending")).isEqualTo(400));
        facts.refunded(1, "100000.00", "100000.00");
        eventually(() -> assertThat(points("pending")).isEqualTo(300));
        facts.completed();
        hasActive(300);
        assertBooksAgree();
    }

    @Test
    void a_cancelled_order_and_a_guests_order_lose_nothing_and_stop_nobody() {
        new Facts(null).confirmed(null).completed().refunded(1, "420000.00", null);
        facts.confirmed(null).cancelled().refunded(1, "420000.00", null);
        Facts next = new Facts(user).confirmed(null).completed();
        hasActive(400);
        next.refunded(1, "420000.00", null);
        hasActive(0);
        assertBooksAgree();
    }

    @Test
    void an_order_that_never_arrives_earns_nothing_whatever_is_heard_first() {
        facts.confirmed(null);
        eventually(() -> assertThat(points("pending")).isEqualTo(400));
        facts.promiseFailed();
        eventually(() -> assertThat(points("pending")).isZero());
        facts.refunded(1, "420000.00", null).completed();
        new Facts(user).promiseFailed().confirmed(null);
        new Facts(user).confirmed(null).completed();
        hasActive(400);
        assertThat(points("pending")).isZero();
        assertBooksAgree();
    }

    @Test
    void malformed_and_unknown_refunds_do_not_stop_the_next_one() {
        String pay = facts.order.withPrefix("pay").toString();
        facts.completed();
        hasActive(400);
        TestEvents.send(
                Topics.PAYMENT,
                "pay-other",
                TestEvents.envelope("pay-other", RefundSucceededV1.TYPE, 1),
                "{".getBytes(StandardCharsets.UTF_8));
        TestEvents.send(
                Topics.PAYMENT,
                pay,
                TestEvents.envelope(pay, "refund.succeeded.v9", 1),
                "{}".getBytes(StandardCharsets.UTF_8));
        Facts late = new Facts(user).completed();
        late.refunded(1, "210000.00", "200000.00");
        hasActive(600);
        assertBooksAgree();
    }

    @Test
    void a_member_from_before_refunds_were_heard_is_read_and_upgraded() {
        Document bucket = new Document("orderId", facts.order.toString())
                .append("storeId", Facts.STORE.value())
                .append("points", 400L)
                .append("state", "ACTIVE")
                .append("at", new Date());
        mongo.getCollection("members")
                .insertOne(new Document("_id", member)
                        .append("schemaVersion", 1)
                        .append("version", 1L)
                        .append("outboxSeq", 0L)
                        .append("outbox", List.of())
                        .append("buckets", List.of(bucket)));
        assertThat(points("active")).isEqualTo(400);
        facts.refunded(1, "100000.00", null);
        hasActive(300);
        assertThat(mongo.findById(member, Document.class, "members").getInteger("schemaVersion"))
                .isEqualTo(2);
    }
}
