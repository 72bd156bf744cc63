package io.niaga.service.sample;

import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.Contract;
import io.niaga.service.sample.clients.CatalogClient;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.IdSource;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {
    record OrderRequest(
            @NotBlank @Pattern(regexp = "\\P{Cntrl}*") @Size(max = 40)
            String item,

            int quantity) {}

    record OrderJson(String id, String item, int quantity) {}

    static final AtomicInteger PERFORMED = new AtomicInteger();

    private final Map<String, OrderJson> orders = new ConcurrentHashMap<>();
    private final Idempotency idempotency;
    private final IdSource ids;
    private final CatalogClient catalog;

    OrderController(Idempotency idempotency, IdSource ids, CatalogClient catalog) {
        this.idempotency = idempotency;
        this.ids = ids;
        this.catalog = catalog;
    }

    @PostMapping("/v1/orders")
    @Contract(
            answers = 201,
            gives = {"ETag", "Order-Token"},
            needs = "Idempotency-Key",
            guests = GuestTokens.CART)
    ResponseEntity<OrderJson> placeOrder(@RequestBody OrderRequest order, @Nullable IdempotencyKey key, Actor actor) {
        IdempotencyCall call = IdempotencyCall.required(key, actor, "POST /v1/orders", order, ids.next("ord"));
        IdempotentOutcome<OrderJson> outcome = idempotency.run(call, id -> perform(id, order), id -> orders.get(id));
        return IdempotentResponse.created(
                outcome, URI.create("/v1/orders/" + outcome.value().id()), "\"1\"");
    }

    private OrderJson perform(String id, OrderRequest order) {
        PERFORMED.incrementAndGet();
        if (order.item().equals("sold-out")) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        OrderJson placed = new OrderJson(id, order.item(), order.quantity());
        orders.put(id, placed);
        return placed;
    }

    @GetMapping("/v1/catalog-prices/{sku}")
    CatalogClient.Price price(@PathVariable String sku) {
        return catalog.price(sku, 7);
    }
}
