package io.niaga.payments;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** QRIS, wallets and cards whose bank asks the customer, as the sandbox plays them: over HTTP, webhook and all. */
@NiagaIT
class MethodsIT {
    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    private Purchase purchase;

    @BeforeEach
    void somebody_orders() {
        purchase = new Purchase(api);
    }

    private static String page(Answer payment) {
        URI url = URI.create(payment.text("/nextAction/url"));
        return url.getPath() + "?" + url.getQuery();
    }

    private Answer choose(String page, String choice) {
        return api.send(
                "POST",
                page,
                "application/x-www-form-urlencoded",
                ("choice=" + choice).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_qris_code_is_shown_and_paid_once() {
        Answer opened = purchase.open("QRIS").expect(200);
        assertThat(opened.text("/state")).isEqualTo("PENDING");
        assertThat(opened.text("/nextAction/type")).isEqualTo("SHOW_QR");
        assertThat(opened.text("/nextAction/text")).startsWith("000201").contains("5409249000.00", "ID.CO.QRIS.WWW");
        purchase.play(Map.of("type", "PAID", "repeat", 3)).expect(202);
        purchase.becomes("CAPTURED");
        eventually(() -> assertThat(purchase.told()).containsExactly("payment.opened.v1", "payment.assured.v1"));
        eventually(() -> assertThat(purchase.booked()).containsExactly("CAPTURE"));
    }

    @Test
    void qris_is_for_rupiah_alone() {
        purchase.open("QRIS", "USD", "2099-01-01T00:00:00Z").expectProblem(409, "PAYMENT_METHOD_UNAVAILABLE");
    }

    @Test
    void a_wallet_is_paid_on_its_page_by_whoever_has_the_address() {
        Answer opened = purchase.open("E_WALLET").expect(200);
        assertThat(opened.text("/nextAction/type")).isEqualTo("REDIRECT");
        String page = page(opened);
        Answer shown = api.with("Accept-Language", "id").get(page).expect(200);
        assertThat(shown.header("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/html"));
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(shown.header("Content-Security-Policy"))
                .hasValueSatisfying(p -> assertThat(p).contains("default-src 'none'", "form-action 'self'"));
        assertThat(shown.body())
                .contains("<html lang=\"id\">", "N-&lt;1&gt;", "249000.00 IDR", "value=\"pay\"", "value=\"decline\"")
                .doesNotContain("N-<1>", "<script");
        assertThat(api.get(page).body()).contains("<html lang=\"en\">");
        api.get(page.replace("attempt=1", "attempt=2")).expectProblem(404, "NOT_FOUND");
        api.get(page + "x").expectProblem(404, "NOT_FOUND");
        choose(page, "steal").expectProblem(400, "INVALID_PARAMETER");
        assertThat(choose(page, "pay").expect(200).body()).contains("role=\"status\"", "You have paid");
        purchase.becomes("CAPTURED");
        assertThat(choose(page, "decline").expect(200).body()).contains("does not wait");
        assertThat(purchase.payment().text("/state")).isEqualTo("CAPTURED");
    }

    @Test
    void a_declined_wallet_may_be_asked_again_while_the_order_waits() {
        String page = page(purchase.open("E_WALLET").expect(200));
        choose(page, "decline").expect(200);
        purchase.becomes("FAILED");
        assertThat(purchase.payment().text("/nextAction/type")).isEqualTo("CONFIRM");
        purchase.confirm("tok_success").expectProblem(400, "INVALID_REQUEST");
        String second = page(purchase.confirm(null).expect(200));
        assertThat(second).isNotEqualTo(page);
        assertThat(choose(page, "pay").expect(200).body()).contains("does not wait");
        choose(second, "pay").expect(200);
        purchase.becomes("CAPTURED");
        eventually(() -> assertThat(purchase.told())
                .containsExactly("payment.opened.v1", "payment.failed.v1", "payment.assured.v1"));
    }

    @Test
    void nothing_is_begun_after_the_order_gave_up_waiting() {
        purchase.open("CARD", "IDR", "2026-01-01T00:00:00Z").expect(200);
        purchase.confirm("tok_success").expectProblem(409, "PAYMENT_WINDOW_CLOSED");
        purchase.confirm(null).expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void a_card_whose_bank_asks_the_customer_is_charged_when_they_agree() {
        purchase.open("CARD").expect(200);
        Answer asked = purchase.confirm("tok_3ds").expect(200);
        assertThat(asked.text("/state")).isEqualTo("REQUIRES_ACTION");
        assertThat(asked.text("/nextAction/type")).isEqualTo("REDIRECT");
        assertThat(choose(page(asked), "pay").expect(200).body()).contains("You have paid");
        purchase.becomes("CAPTURED");
        eventually(() -> assertThat(purchase.booked()).containsExactly("CAPTURE"));
    }

    @Test
    void a_failed_or_abandoned_challenge_may_be_followed_by_another_card() {
        purchase.open("CARD").expect(200);
        choose(page(purchase.confirm("tok_3ds").expect(200)), "decline").expect(200);
        purchase.becomes("FAILED");
        assertThat(purchase.payment().text("/failure")).isEqualTo("AUTHENTICATION_FAILED");
        purchase.confirm("tok_3ds").expect(200);
        purchase.play(Map.of("type", "EXPIRED")).expect(202);
        purchase.becomes("FAILED");
        assertThat(purchase.payment().text("/failure")).isEqualTo("AUTHENTICATION_ABANDONED");
        assertThat(purchase.confirm("tok_success").expect(200).text("/state")).isEqualTo("CAPTURED");
    }

    @Test
    void a_second_card_ends_the_first_ones_challenge_for_good() {
        purchase.open("CARD").expect(200);
        String first = page(purchase.confirm("tok_3ds").expect(200));
        assertThat(purchase.confirm("tok_success").expect(200).text("/state")).isEqualTo("CAPTURED");
        assertThat(choose(first, "pay").expect(200).body()).contains("does not wait");
        eventually(() -> assertThat(purchase.booked()).containsExactly("CAPTURE"));
    }

    @Test
    void an_order_that_ends_ends_the_challenge_and_later_money_is_late() {
        purchase.open("CARD").expect(200);
        String page = page(purchase.confirm("tok_3ds").expect(200));
        assertThat(purchase.cancel(3).expect(200).text("/state")).isEqualTo("CANCELLED");
        assertThat(choose(page, "pay").expect(200).body()).contains("does not wait");
        purchase.play(Map.of("type", "PAID")).expect(202);
        purchase.becomes("LATE_PAID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARD", "VIRTUAL_ACCOUNT", "QRIS", "E_WALLET"})
    void money_after_the_end_is_late_goes_back_once_and_stays_away(String method) {
        purchase.open(method).expect(200);
        purchase.cancel(3).expect(200);
        purchase.play(Map.of("type", "PAID")).expect(202);
        purchase.becomes("LATE_PAID");
        assertThat(purchase.refund(Purchase.newRefund(), Purchase.PRICE)
                        .expect(200)
                        .text("/state"))
                .isEqualTo("SUCCEEDED");
        purchase.play(Map.of("events", List.of(Map.of("type", "PAID"), Map.of("type", "DENIED"))))
                .expect(202);
        eventually(() -> assertThat(purchase.booked()).containsExactlyInAnyOrder("CAPTURE", "REFUND"));
        assertThat(purchase.payment().text("/state")).isEqualTo("REFUNDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIRTUAL_ACCOUNT", "QRIS", "E_WALLET"})
    void events_come_late_doubled_reordered_and_wrong_and_the_money_counts_once(String method) {
        purchase.open(method).expect(200);
        purchase.play(Map.of(
                        "events",
                        List.of(
                                Map.of("type", "PAID", "repeat", 2, "delayMs", 3000),
                                Map.of("type", "PAID", "amount", Map.of("amount", "1.00", "currency", "USD")),
                                Map.of("type", "EXPIRED"),
                                Map.of("type", "DENIED", "repeat", 2))))
                .expect(202);
        purchase.becomes("CAPTURED");
        eventually(() -> assertThat(purchase.booked()).containsExactlyInAnyOrder("SUSPENSE", "CAPTURE"));
        eventually(() -> assertThat(purchase.told())
                .containsExactly("payment.opened.v1", "payment.expired.v1", "payment.assured.v1"));
        Answer reconciliation = purchase.operator()
                .get("/v1/ledger/reconciliation?currency=USD")
                .expect(200);
        assertThat(reconciliation.json("/reconciled").asBoolean()).isFalse();
        assertThat(reconciliation.json("/balanced").asBoolean()).isTrue();
        assertThat(reconciliation.json("/unmatched"))
                .anySatisfy(t -> assertThat(t.at("/paymentId").asString()).isEqualTo(purchase.pay));
    }

    @Test
    void a_charge_whose_answer_was_lost_is_asked_about_and_never_made_twice() {
        purchase.open("CARD").expect(200);
        assertThat(purchase.confirm("tok_timeout").expect(200).text("/state")).isEqualTo("PENDING");
        purchase.confirm("tok_success").expectProblem(503, "PAYMENT_IN_PROGRESS");
        clock.set(Instant.now().plusSeconds(30));
        purchase.becomes("CAPTURED");
        eventually(() -> assertThat(purchase.booked()).containsExactly("CAPTURE"));
    }

    @Test
    void the_sandbox_says_nothing_impossible() {
        purchase.open("QRIS").expect(200);
        purchase.play(Map.of()).expectProblem(400, "INVALID_REQUEST");
        purchase.play(Map.of("type", "PAID", "events", List.of(Map.of("type", "PAID"))))
                .expectProblem(400, "INVALID_REQUEST");
        purchase.play(Map.of("events", List.of())).expectProblem(400, "INVALID_REQUEST");
        purchase.play(Map.of("type", "PAID", "amount", Purchase.money("0.00"))).expectProblem(400, "INVALID_REQUEST");
        purchase.play(Map.of("type", "REFUND_FAILED")).expectProblem(400, "INVALID_REQUEST");
        purchase.play(Map.of("type", "REFUND_FAILED", "refundId", Purchase.newRefund()))
                .expectProblem(409, "SANDBOX_EVENT_NOT_APPLICABLE");
        api.as(TestTokens.customer())
                .put("/v1/sandbox/payments/" + purchase.pay + "/refund-answer", Map.of("answer", "LOST"))
                .expectProblem(404, "NOT_FOUND");
        assertThat(purchase.payment().text("/state")).isEqualTo("PENDING");
    }
}
