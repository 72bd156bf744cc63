package io.niaga.users.notification.clients;

import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Orders, as this service asks for their contact. */
@FeignClient(name = "order", url = "${niaga.clients.order.url}")
interface OrderContactApi {
    @GetMapping("/internal/v1/orders/{id}/contact")
    ContactJson contact(@PathVariable("id") String id);

    record LineJson(String name, int quantity, Money total) {}

    record TotalsJson(Money total) {}

    record ContactJson(
            String number,
            String storeName,
            String language,
            String email,
            String recipient,
            List<LineJson> lines,
            TotalsJson totals,
            @Nullable String accessCode,
            @Nullable ToPayJson toPay) {}

    record ToPayJson(
            Money amount,
            Instant payBy,
            String timeZone,
            String action,
            @Nullable String bank,
            @Nullable String number) {}
}
