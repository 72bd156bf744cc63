package io.niaga.system.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.testsupport.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who wants something and does not give up: every step again, under the same key, until it is answered. */
final class Buyer {
    /** How long an order may take from its money to its confirmation while things break. */
    static final Duration CONFIRMATION = Duration.ofSeconds(150);

    private final SystemStack stack;
    private final Map<String, Integer> wishes = new LinkedHashMap<>();
    private @Nullable String coupon;

    private Buyer(SystemStack stack) {
        this.stack = stack;
    }

    static Buyer of(SystemStack stack) {
        return new Buyer(stack);
    }

    Buyer wants(String sku, int quantity) {
        wishes.put(sku, quantity);
        return this;
    }

    Buyer with(String couponCode) {
        coupon = couponCode;
        return this;
    }

    /**
     * How it ended.
     *
     * @param code {@code PAID}, or the code of the refusal
     */
    record Outcome(String code, Purchase purchase) {}

    /** Puts it all into a cart, places the order, pays, waits for the confirmation. */
    Outcome buys() {
        Outcome placed = places();
        return placed.code().equals("PLACED") ? pays(placed.purchase()) : placed;
    }

    Outcome places() {
        Purchase purchase = opensCart();
        wishes.forEach((sku, quantity) -> Patience.answered(() -> purchase.api()
                        .put("/v1/carts/" + purchase.cartId() + "/items/" + sku, Map.of("quantity", quantity)))
                .expect(200));
        Answer quote =
                Patience.answered(() -> purchase.tryQuote(coupon == null ? Map.of() : Map.of("couponCode", coupon)));
        if (quote.status() != 201) {
            return new Outcome(quote.text("/code"), purchase);
        }
        String key = UUID.randomUUID().toString();
        Answer placed = Patience.answered(() -> purchase.tryPlace("CARD", key));
        return new Outcome(placed.status() == 201 ? "PLACED" : placed.text("/code"), purchase);
    }

    static Outcome pays(Purchase purchase) {
        Patience.answered(() -> {
            Answer attempt = purchase.tryPay("tok_success");
            // Asked again after a lost answer, the first attempt may have done it.
            return attempt.status() == 409 ? purchase.tryPayment() : attempt;
        });
        Patience.until(
                CONFIRMATION, () -> assertThat(purchase.order().text("/state")).isEqualTo("CONFIRMED"));
        return new Outcome("PAID", purchase);
    }

    private Purchase opensCart() {
        Purchase[] opened = new Purchase[1];
        Patience.until(CONFIRMATION, () -> opened[0] = Purchase.byGuest(stack));
        return opened[0];
    }
}
