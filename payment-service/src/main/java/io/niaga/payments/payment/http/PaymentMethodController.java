package io.niaga.payments.payment.http;

import io.niaga.payments.payment.OfferMethods;
import io.niaga.payments.payment.PaymentMethod;
import io.niaga.service.openapi.Among;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentMethodController {
    private final OfferMethods offer;

    PaymentMethodController(OfferMethods offer) {
        this.offer = offer;
    }

    record PaymentMethodsJson(List<PaymentMethodJson> items) {}

    record PaymentMethodJson(@Among(PaymentMethod.class) String method) {}

    @Operation(
            summary = "List the payment methods that are offered",
            description = "With a store: those that take the store's currency; QRIS takes rupiah only.")
    @GetMapping("/v1/payment-methods")
    PaymentMethodsJson listPaymentMethods(@RequestParam(required = false) @Nullable StoreId store) {
        return new PaymentMethodsJson(offer.methods(store).stream()
                .map(m -> new PaymentMethodJson(m.name()))
                .toList());
    }
}
