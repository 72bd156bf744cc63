package io.niaga.system.operations;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.system.tour.Books;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docker-compose.yml} tells the services and Keycloak is enough and is right: a shop imports, a new customer
 * registers, finds, buys, gets it and has points; every service takes part. Starts ten processes: only with {@code -Pproofs}.
 */
@SystemIT
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
class ComposeEnvironmentIT {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    @Test
    void the_tour_goes_through_what_compose_starts(SystemStack system) throws Exception {
        Topology.services().forEach(service -> system.stop(service.name()));
        system.stop(Topology.KEYCLOAK);
        try (ComposeStack compose = new ComposeStack(system.stack(), folder)) {
            compose.start();
            tour(system);
        }
    }

    private static void tour(SystemStack system) {
        Shop shop = new Shop(system);
        Books books = new Books(system);
        Books.State before = books.settled();
        String sku = shop.goods(Shop.newSku("COMPOSE"), 30_000, 5);
        eventually(() -> assertThat(
                        system.api().get("/v1/search?q=" + sku).expect(200).json("/items"))
                .isNotEmpty());
        String mail = Shop.newSku("buyer").toLowerCase(Locale.ROOT) + "@example.com";
        system.api()
                .post("/v1/users", Map.of("email", mail, "password", PASSWORD, "name", "Citra"))
                .expect(201);
        Purchase purchase = Purchase.through(() -> system.api().as(system.token(mail, PASSWORD)))
                .put(sku, 2)
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
        shop.deliver(shop.ship(purchase.id()));
        purchase.await("COMPLETED");
        eventually(() -> assertThat(purchase.api()
                        .get("/v1/members/me")
                        .expect(200)
                        .json("/points/active")
                        .asLong())
                .isEqualTo(60));
        eventually(() -> assertThat(system.as("support")
                        .get("/v1/notifications?orderId=" + purchase.id())
                        .expect(200)
                        .body())
                .contains("ORDER_COMPLETED"));
        eventually(() -> {
            Books.State sold = books.now().minus(before);
            assertThat(sold.orders()).isEqualTo(1);
            assertThat(sold.units()).isEqualTo(2);
        });
    }
}
