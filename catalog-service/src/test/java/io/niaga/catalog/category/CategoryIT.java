package io.niaga.catalog.category;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.Shop;
import io.niaga.events.Topics;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
class CategoryIT {
    @Autowired
    Api api;

    @Autowired
    Categories categories;

    @Autowired
    MongoTemplate mongo;

    Shop shop;

    @BeforeEach
    void a_store_of_its_own() {
        shop = Shop.opened(api);
    }

    private Answer create(String name, String parent) {
        Map<String, Object> body = new HashMap<>(Map.of("name", Map.of("id", name, "en", name + " en")));
        body.put("parentId", parent);
        return shop.admin().once(Shop.key()).post("/v1/categories?store=" + shop.id(), body);
    }

    @Test
    void a_tree_grows_and_is_shown_in_the_readers_language() {
        Answer clothes = create("Pakaian", null).expect(201);
        Answer men = create("Pria", clothes.text("/id")).expect(201);
        assertThat(men.json("/slugPath").toString()).isEqualTo("[\"pakaian\",\"pria\"]");
        Answer tree = api.with("Accept-Language", "en")
                .get("/v1/categories?store=" + shop.id())
                .expect(200);
        assertThat(tree.text("/items/0/name")).isEqualTo("Pakaian en");
        assertThat(tree.text("/items/0/children/0/slug")).isEqualTo("pria");
        assertThat(api.get("/v1/categories/" + men.text("/id")).expect(200).text("/parentId"))
                .isEqualTo(clothes.text("/id"));
        eventually(() -> assertThat(TestEvents.told(Topics.CATEGORY, men.text("/id")))
                .singleElement()
                .satisfies(told -> assertThat(told.text("/slug")).isEqualTo("pria")));
    }

    @Test
    void siblings_have_different_slugs() {
        Answer clothes = create("Pakaian", null).expect(201);
        create("pakaian!", null).expectProblem(409, "CATEGORY_SLUG_TAKEN");
        create("Pakaian", clothes.text("/id")).expect(201);
        Answer other = create("Sepatu", null).expect(201);
        shop.admin()
                .matching(other)
                .patch(other.location(), Map.of("slug", "pakaian"))
                .expectProblem(409, "CATEGORY_SLUG_TAKEN");
    }

    @Test
    void what_is_below_a_moved_category_follows_with_its_products() {
        Answer clothes = create("Pakaian", null).expect(201);
        Answer men = create("Pria", clothes.text("/id")).expect(201);
        Answer shirts = create("Kemeja", men.text("/id")).expect(201);
        Map<String, Object> shirt = new HashMap<>(shop.shirt("A"));
        shirt.put("categories", List.of(shirts.text("/id")));
        Answer product = shop.create(shirt).expect(201);
        shop.admin().put(product.location() + "/publication", Map.of()).expect(200);

        shop.admin()
                .matching(men)
                .patch(men.location(), Map.of("parentId", "", "slug", "x"))
                .expectProblem(400, "PARENT_UNKNOWN");
        Answer moved = shop.admin()
                .matching(men)
                .patch(men.location(), "{\"parentId\":null,\"slug\":\"laki-laki\"}")
                .expect(200);
        assertThat(moved.json("/slugPath").toString()).isEqualTo("[\"laki-laki\"]");

        eventually(() -> {
            assertThat(api.get("/v1/categories/" + shirts.text("/id"))
                            .json("/slugPath")
                            .toString())
                    .isEqualTo("[\"laki-laki\",\"kemeja\"]");
            assertThat(TestEvents.told(Topics.PRODUCT, product.text("/id"))
                            .getLast()
                            .body()
                            .at("/categories/0/slugPath")
                            .toString())
                    .isEqualTo("[\"laki-laki\",\"kemeja\"]");
        });
        shop.admin()
                .matching(moved)
                .patch(men.location(), Map.of("parentId", shirts.text("/id")))
                .expectProblem(409, "CATEGORY_CYCLE");
    }

    @Test
    void a_move_is_settled_as_it_was_followed_only() {
        Category above = categories
                .find(CategoryId.of(create("Atas", null).expect(201).text("/id")))
                .orElseThrow();
        CategoryId id = CategoryId.of(create("Pakaian", null).expect(201).text("/id"));
        Category before = categories.find(id).orElseThrow();
        // Below each other, so that the service itself does not get to the end of this move.
        categories.save(above.at(Category.below(before, above.id(), "atas")), false, null);
        categories.save(before.at(Category.below(above, id, "pakaian")), true, null);
        categories.settled(before);
        Category moved = categories.find(id).orElseThrow();
        assertThat(marked(id)).isOne();
        categories.settled(moved);
        assertThat(marked(id)).isZero();
        assertThat(categories.find(id).orElseThrow().revision().version())
                .isEqualTo(moved.revision().version());
    }

    private long marked(CategoryId id) {
        return mongo.getCollection("categories").countDocuments(new Document("_id", id.value()).append("moved", true));
    }

    @Test
    void a_page_that_is_known_is_shown_anew_once_it_would_show_another_language() {
        Answer clothes = create("Pakaian", null).expect(201);
        Answer page = api.get(clothes.location()).expect(200);
        api.with("If-None-Match", page.etag()).get(clothes.location()).expect(304);
        assertThat(api.with("Accept-Language", "en")
                        .with("If-None-Match", page.etag())
                        .get(clothes.location())
                        .expect(200)
                        .text("/name"))
                .isEqualTo("Pakaian en");
    }

    @Test
    void only_an_empty_category_is_deleted() {
        Answer clothes = create("Pakaian", null).expect(201);
        Answer men = create("Pria", clothes.text("/id")).expect(201);
        Map<String, Object> shirt = new HashMap<>(shop.shirt("A"));
        shirt.put("categories", List.of(men.text("/id")));
        Answer product = shop.create(shirt).expect(201);
        shop.admin().delete(clothes.location()).expectProblem(409, "CATEGORY_NOT_EMPTY");
        shop.admin().delete(men.location()).expectProblem(409, "CATEGORY_NOT_EMPTY");
        shop.admin().with("If-Match", "*").delete(product.location()).expect(204);
        shop.admin().delete(men.location()).expect(204);
        shop.admin().delete(men.location()).expectProblem(404, "NOT_FOUND");
        api.get(men.location()).expectProblem(404, "NOT_FOUND");
        eventually(() -> assertThat(TestEvents.told(Topics.CATEGORY, men.text("/id"))
                        .getLast()
                        .body())
                .isNull());
        create("Pria", clothes.text("/id")).expect(201);
    }

    @Test
    void a_tree_has_eight_levels() {
        String parent = null;
        for (int level = 1; level <= Category.DEEPEST; level++) {
            parent = create("L" + level, parent).expect(201).text("/id");
        }
        create("L9", parent).expectProblem(409, "CATEGORY_TOO_DEEP");
        create("L9", "cat_01kavf8g00e4ttm0nbdjqsmn0n").expectProblem(400, "PARENT_UNKNOWN");
    }

    @Test
    void only_the_stores_administrator_writes() {
        Answer clothes = create("Pakaian", null).expect(201);
        Map<String, Object> patch = Map.of("position", 3);
        shop.as(Role.SELLER).matching(clothes).patch(clothes.location(), patch).expectProblem(403, "FORBIDDEN");
        Shop.opened(api)
                .admin()
                .matching(clothes)
                .patch(clothes.location(), patch)
                .expectProblem(404, "NOT_FOUND");
        api.as(TestTokens.customer()).delete(clothes.location()).expectProblem(403, "FORBIDDEN");
        api.delete(clothes.location()).expectProblem(401, "UNAUTHENTICATED");
        shop.admin().patch(clothes.location(), patch).expectProblem(428, "PRECONDITION_REQUIRED");
        shop.admin().with("If-Match", "\"77\"").patch(clothes.location(), patch).expectProblem(412, "STALE_VERSION");
        assertThat(shop.admin()
                        .matching(clothes)
                        .patch(clothes.location(), patch)
                        .expect(200)
                        .text("/position"))
                .isEqualTo("3");
        shop.as(Role.SELLER).get(clothes.location() + "?view=management").expect(200);
        api.get(clothes.location() + "?view=management").expectProblem(401, "UNAUTHENTICATED");
        shop.admin()
                .once(Shop.key())
                .post("/v1/categories?store=" + shop.id(), Map.of("name", Map.of()))
                .expectProblem(400, "INVALID_REQUEST");
    }
}
