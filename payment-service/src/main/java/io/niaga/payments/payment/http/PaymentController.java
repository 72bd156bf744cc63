package io.niaga.payments.payment.http;

import io.niaga.payments.payment.ConfirmPayment;
import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentAccess;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.Payments;
import io.niaga.service.http.Etags;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentController {
    private final Payments payments;
    private final PaymentAccess access;
    private final ConfirmPayment confirm;

    PaymentController(Payments payments, PaymentAccess access, ConfirmPayment confirm) {
        this.payments = payments;
        this.access = access;
        this.confirm = confirm;
    }

    @Operation(summary = "Read a payment")
    @GetMapping("/v1/payments/{id}")
    @Contract(guests = GuestTokens.ORDER)
    ResponseEntity<PaymentJson> getPayment(Actor actor, @PathVariable PaymentId id) {
        Payment payment = payments.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        access.requireRead(actor, payment);
        return Etags.ok(payment.revision(), PaymentJson.of(payment));
    }

    /** The provider's token for a card, never a card number; nothing for other methods. */
    record ConfirmationJson(
            @Nullable @Pattern(regexp = "tok_[A-Za-z0-9_]{1,60}")
            String token) {}

    @Operation(summary = "Pay by card with the provider's token, or try another method again after it failed")
    @PostMapping("/v1/payments/{id}/confirmation")
    @Contract(guests = GuestTokens.ORDER)
    PaymentJson confirmPayment(
            Actor actor, @PathVariable PaymentId id, @Valid @RequestBody ConfirmationJson confirmation) {
        return PaymentJson.of(confirm.confirm(actor, id, confirmation.token()));
    }
}
