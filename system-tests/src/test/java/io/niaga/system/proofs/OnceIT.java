package io.niaga.system.proofs;

import static com.mongodb.client.model.Filters.regex;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.ProviderCalls;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However often something is said, it happens once. */
@SystemIT
class OnceIT {
    @BeforeAll
    static void many_buyers(SystemStack stack) {
        Gates.open(stack);
    }

    @AfterAll
    static void the_auditor_is_quiet(SystemStack stack) {
        Auditor.isQuiet(stack);
    }

    @Test
    void fifty_requests_with_one_key_are_one_order(SystemStack stack) throws Exception {
        String sku = new Shop(stack).goods(Shop.newSku("KEY"), 20_000, 100);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1);
        purchase.quote();
        String key = UUID.randomUUID().toString();
        List<Answer> answers;
        try (Crowd<Answer> crowd =
                Crowd.atOnce(50, i -> () -> Patience.answered(() -> purchase.tryPlace("CARD", key)))) {
            answers = crowd.outcomes();
        }
        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers.stream().map(answer -> answer.text("/id")).distinct())
                .hasSize(1);
        new Books(stack).shelf(sku, 100, 1);
    }

    @Test
    void another_key_for_the_same_quote_is_refused(SystemStack stack) {
        String sku = new Shop(stack).goods(Shop.newSku("QUO"), 20_000, 100);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1).place("CARD");
        purchase.tryPlace("CARD", UUID.randomUUID().toString()).expectProblem(409, "QUOTE_ALREADY_USED");
        new Books(stack).shelf(sku, 100, 1);
    }

    @Test
    void a_webhook_five_times_is_one_capture(SystemStack stack) {
        String sku = new Shop(stack).goods(Shop.newSku("HOOK"), 20_000, 100);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1).place("VIRTUAL_ACCOUNT");
        play(purchase, Map.of("type", "PAID", "repeat", 5));
        play(purchase, Map.of("type", "DENIED", "delayMs", 50));
        purchase.await("CONFIRMED");
        ProviderCalls.arrived(stack, purchase.paymentId(), "PAID", "DENIED");
        boughtOnce(stack, sku, purchase);
    }

    /** Nobody heard whether the card was charged: the provider is asked, and the customer does not pay again. */
    @Test
    void a_charge_whose_answer_was_lost_is_one_capture(SystemStack stack) {
        String sku = new Shop(stack).goods(Shop.newSku("LOST"), 20_000, 100);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1).place("CARD");
        assertThat(purchase.tryPay("tok_timeout").expect(200).text("/state")).isEqualTo("PENDING");
        purchase.tryPay("tok_success").expectProblem(503, "PAYMENT_IN_PROGRESS");
        purchase.await("CONFIRMED");
        assertThat(stack.database("payment-service")
                        .getCollection("sandbox_charges")
                        .countDocuments(regex("_id", "^" + purchase.paymentId() + "/")))
                .as("charges at the provider")
                .isEqualTo(1);
        boughtOnce(stack, sku, purchase);
    }

    private static void boughtOnce(SystemStack stack, String sku, Purchase purchase) {
        Books books = new Books(stack);
        books.money(purchase, "CAPTURED");
        books.shelf(sku, 100, 1);
        books.told(purchase, "order.placed.v1", "order.confirmed.v1");
    }

    @Test
    void a_forged_webhook_changes_nothing(SystemStack stack) {
        String sku = new Shop(stack).goods(Shop.newSku("FORGE"), 20_000, 100);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1).place("VIRTUAL_ACCOUNT");
        String amount = purchase.payment().text("/amount/amount");
        stack.api()
                .with("webhook-id", "evt_forged")
                .with("webhook-timestamp", String.valueOf(System.currentTimeMillis() / 1000))
                .with("webhook-signature", "v1,Zm9yZ2VkIHNpZ25hdHVyZSB0aGF0IGZpdHMgbm90aGluZw==")
                .post(
                        "/v1/payment-webhooks/sandbox",
                        Map.of(
                                "id", "evt_forged",
                                "type", "payment.paid",
                                "createdAt", "2026-11-28T00:00:00Z",
                                "detail",
                                        Map.of(
                                                "reference",
                                                purchase.paymentId(),
                                                "amount",
                                                Map.of("amount", amount, "currency", "IDR"))))
                .expectProblem(401, "WEBHOOK_SIGNATURE_INVALID");
        assertThat(purchase.payment().text("/state")).isEqualTo("PENDING");
        assertThat(purchase.order().text("/state")).isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void a_wrong_amount_assures_nothing_and_is_in_the_books(SystemStack stack) {
        String sku = new Shop(stack).goods(Shop.newSku("WRONG"), 20_000, 100);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1).place("VIRTUAL_ACCOUNT");
        play(purchase, Map.of("type", "PAID", "amount", Map.of("amount", "1.00", "currency", "IDR")));
        eventually(() -> assertThat(stack.as("operator")
                        .get("/v1/ledger/transactions?orderId=" + purchase.id())
                        .expect(200)
                        .body())
                .contains("suspense:payments"));
        ProviderCalls.arrived(stack, purchase.paymentId(), "PAID");
        assertThat(purchase.payment().text("/state")).isEqualTo("PENDING");
        assertThat(purchase.order().text("/state")).isEqualTo("AWAITING_PAYMENT");
        new Books(stack).balanced();
    }

    private static void play(Purchase purchase, Map<String, Object> event) {
        purchase.api()
                .post("/v1/sandbox/payments/" + purchase.paymentId() + "/events", event)
                .expect(202);
    }
}
