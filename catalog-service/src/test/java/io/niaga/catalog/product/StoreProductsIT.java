package io.niaga.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.RecordedFinds;
import io.niaga.testsupport.TestTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How staff find a product among a store's: a draft, one of a SKU, those of a category. */
@NiagaIT
class StoreProductsIT {
    private static final BsonDocument NEWEST_FIRST = new BsonDocument("_id", new BsonInt32(-1));

    @Autowired
    Api api;

    @Autowired
    RecordedFinds finds;

    @Autowired
    MongoTemplate mongo;

    private Shop shop;
    private String clothes;
    private String shirts;

    @BeforeEach
    void goods_in_a_tree() {
        shop = Shop.opened(api);
        clothes = category("Pakaian", null);
        shirts = category("Kemeja", clothes);
        String shoes = category("Sepatu", null);
        product("SHIRT-1", shirts);
        product("SHIRT-2", shirts);
        product("SHOE-1", shoes);
        // In two branches at once, and still there once.
        Answer both = product("BOTH-1", clothes, shirts, shoes);
        shop.admin().put(both.location() + "/publication", Map.of()).expect(200);
        product("NOWHERE-1");
    }

    private String category(String name, String parent) {
        Map<String, Object> body = new HashMap<>(Map.of("name", Map.of("id", name)));
        body.put("parentId", parent);
        return shop.admin()
                .once(Shop.key())
                .post("/v1/categories?store=" + shop.id(), body)
                .expect(201)
                .text("/id");
    }

    private Answer product(String sku, String... categories) {
        Map<String, Object> shirt = new HashMap<>(shop.shirt(sku));
        shirt.put("categories", List.of(categories));
        return shop.create(shirt).expect(201);
    }

    /** The first SKUs of all that is found, page by page. */
    private List<String> found(Api who, String query) {
        List<String> skus = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = who.get("/v1/stores/" + shop.id() + "/products?limit=1" + query + cursor)
                    .expect(200);
            page.json("/items")
                    .forEach(item -> skus.add(item.at("/variants/0/sku").asString()));
            String next = page.text("/nextCursor");
            cursor = next.isEmpty() || page.json("/nextCursor").isNull() ? "" : "&after=" + next;
        } while (!cursor.isEmpty());
        return skus;
    }

    @Test
    void a_product_is_found_by_its_sku_in_whatever_state() {
        assertThat(found(shop.admin(), "&sku=SHIRT-1")).containsExactly("SHIRT-1");
        assertThat(found(api.as(TestTokens.partner(shop.id(), "prices:write")), "&sku=BOTH-1"))
                .containsExactly("BOTH-1");
        assertThat(found(shop.admin(), "&sku=SHIRT")).isEmpty();
        assertThat(found(shop.admin(), "&sku=SHIRT-1&state=PUBLISHED")).isEmpty();
        assertThat(found(shop.admin(), "&sku=SHIRT-1&state=DRAFT&category=" + clothes))
                .containsExactly("SHIRT-1");
        Shop.opened(api)
                .admin()
                .get("/v1/stores/" + shop.id() + "/products?sku=SHIRT-1")
                .expectProblem(404, "NOT_FOUND");
    }

    @Test
    void a_category_holds_what_is_below_it_newest_first_and_each_once() {
        assertThat(found(shop.admin(), "&category=" + clothes)).containsExactly("BOTH-1", "SHIRT-2", "SHIRT-1");
        assertThat(found(shop.admin(), "&category=" + shirts)).containsExactly("BOTH-1", "SHIRT-2", "SHIRT-1");
        assertThat(found(shop.admin(), "&state=DRAFT&category=" + clothes)).containsExactly("SHIRT-2", "SHIRT-1");
        assertThat(found(shop.admin(), "&category=cat_01kavf8g00e4ttm0nbdjqsmn0n"))
                .isEmpty();
    }

    @Test
    void what_is_no_sku_or_category_is_refused() {
        for (String wrong :
                List.of("sku=a%20b", "sku=", "category=kemeja", "category=prd_01kavf8g00e4ttm0nbdjqsmn0n")) {
            shop.admin().get("/v1/stores/" + shop.id() + "/products?" + wrong).expectProblem(400, "INVALID_PARAMETER");
        }
    }

    @Test
    void every_list_runs_along_an_index() {
        for (String state : List.of("", "&state=DRAFT")) {
            for (String sku : List.of("", "&sku=SHIRT-1")) {
                for (String category : List.of("", "&category=" + clothes)) {
                    found(shop.admin(), state + sku + category);
                }
            }
        }
        List<List<String>> indexes = new ArrayList<>();
        for (Document index : mongo.getCollection("products").listIndexes()) {
            indexes.add(List.copyOf(index.get("key", Document.class).keySet()));
        }
        assertThat(finds.in("products"))
                .filteredOn(find -> NEWEST_FIRST.equals(find.get("sort")))
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        list -> assertThat(indexes).as("%s", list).anyMatch(index -> serves(index, wantedEqual(list))));
    }

    /** What is wanted equal first, in any order, then the order of the list; or the one product that has the SKU. */
    private static boolean serves(List<String> index, Set<String> equal) {
        return equal.contains("keys")
                ? index.equals(List.of("keys"))
                : index.size() == equal.size() + 1
                        && equal.equals(Set.copyOf(index.subList(0, equal.size())))
                        && index.getLast().equals("_id");
    }

    private static Set<String> wantedEqual(BsonDocument list) {
        Set<String> equal = new HashSet<>();
        collect(list.getDocument("filter"), equal);
        return equal;
    }

    private static void collect(BsonDocument filter, Set<String> equal) {
        for (Map.Entry<String, BsonValue> part : filter.entrySet()) {
            if (part.getKey().equals("$and")) {
                part.getValue().asArray().forEach(one -> collect(one.asDocument(), equal));
            } else if (!part.getKey().equals("_id")) {
                equal.add(part.getKey());
            }
        }
    }
}
