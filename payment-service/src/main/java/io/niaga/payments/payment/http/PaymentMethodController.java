package io.niaga.payments.payment.http;

import io.niaga.payments.payment.PaymentMethod;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentMethodController {
    private final MethodsJson methods;

    PaymentMethodController(Set<PaymentMethod> offered) {
        methods = new MethodsJson(offered.stream()
                .sorted(Comparator.naturalOrder())
                .map(m -> new MethodJson(m.name()))
                .toList());
    }

    record MethodsJson(List<MethodJson> items) {}

    record MethodJson(String method) {}

    /** All stores of an installation offer the same methods. */
    @Operation(summary = "List the payment methods that are offered")
    @GetMapping("/v1/payment-methods")
    MethodsJson methods(@RequestParam(required = false) StoreId store) {
        return methods;
    }
}
