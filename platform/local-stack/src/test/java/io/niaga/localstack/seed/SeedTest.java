package io.niaga.localstack.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.localstack.topology.Topology;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeedTest {
    private FakeShop shop;

    @BeforeEach
    void an_empty_shop() throws IOException {
        shop = new FakeShop();
    }

    @AfterEach
    void closed() {
        shop.close();
    }

    @Test
    void an_empty_shop_gets_store_members_warehouse_shipping_and_products_in_this_order() {
        seed();
        assertThat(shop.writes.stream().filter(write -> write.contains("/members/")))
                .hasSize(6);
        assertThat(shop.writes.stream().filter(write -> !write.contains("/members/")))
                .containsExactly(
                        "PUT /v1/stores/" + Topology.DEMO_STORE,
                        "PUT /v1/warehouses/" + Seed.WAREHOUSE,
                        "PUT /v1/stores/" + Topology.DEMO_STORE + "/shipping-table",
                        "POST /v1/product-imports");
        assertThat(shop.products).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void a_second_seed_writes_nothing() {
        seed();
        shop.writes.clear();
        seed();
        assertThat(shop.writes).isEmpty();
    }

    @Test
    void a_half_made_shop_gets_what_it_lacks_and_keeps_what_was_changed() {
        seed();
        String missing = shop.skus.removeLast();
        shop.kept.put("/v1/stores/" + Topology.DEMO_STORE, "renamed by its owner");
        shop.writes.clear();
        seed();
        assertThat(shop.writes).containsExactly("POST /v1/product-imports");
        assertThat(shop.skus).contains(missing);
        assertThat(shop.kept).containsEntry("/v1/stores/" + Topology.DEMO_STORE, "renamed by its owner");
    }

    @Test
    void a_rejected_row_fails_the_seed_with_the_reason() {
        shop.rejected = 1;
        assertThatThrownBy(this::seed).isInstanceOf(SeedFailed.class).hasMessageContaining("rejected rows");
    }

    @Test
    void every_demo_product_tells_all_a_page_shows_in_both_languages() {
        List<String> lines = DemoProducts.read().lines();
        Set<String> shirts = new TreeSet<>();
        for (String line : lines) {
            JsonNode row = JsonMapper.shared().readTree(line);
            for (String text : List.of("name", "description", "function", "howToUse", "contents", "quality")) {
                assertThat(row.path(text).path("id").asString()).as(line).isNotBlank();
                assertThat(row.path(text).path("en").asString()).as(line).isNotBlank();
            }
            assertThat(row.path("specification").isEmpty()).isFalse();
            assertThat(row.path("media").path(0).path("url").asString()).startsWith("https://media.niaga.example/");
            assertThat(row.path("sku").asString()).matches("[A-Za-z0-9._~-]{1,64}");
            assertThat(row.path("price").path("amount").asString()).matches("\\d+\\.00");
            if (row.path("name").path("id").asString().startsWith("Kemeja ")) {
                assertThat(row.path("options").propertyNames()).containsExactlyInAnyOrder("colour", "motif", "size");
                shirts.add(row.path("product").asString());
            }
        }
        assertThat(shirts).hasSizeGreaterThanOrEqualTo(2);
        assertThat(DemoProducts.read().products()).isGreaterThanOrEqualTo(12);
    }

    private void seed() {
        new Seed(shop.ports(), (name, what) -> {}).run();
    }
}
