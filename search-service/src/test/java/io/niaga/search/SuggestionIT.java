package io.niaga.search;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.catalog.CategoryStateV1;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.types.TypeId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class SuggestionIT {
    @Autowired
    Api api;

    private String store;
    private Told shirt;

    @BeforeEach
    void a_store_with_a_shirt() {
        store = new TypeId("sto", UUID.randomUUID()).toString();
        shirt = Told.product(Told.productId(), "Kemeja Parang")
                .store(store)
                .name(Map.of("id", "Kemeja Parang", "en", "Parang shirt"))
                .variant("KMJ-1", "249000");
        TestEvents.tell(Topics.PRODUCT, shirt.id(), ProductStateV1.TYPE, 1, shirt.state());
        eventually(() -> assertThat(suggest("kem").json("/items").size()).isEqualTo(2));
    }

    private Answer suggest(String typed) {
        String q = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        return api.get("/v1/search/suggestions?store=" + store + "&q=" + q).expect(200);
    }

    @Test
    void what_is_typed_is_completed_with_all_that_a_suggestion_shows() {
        assertThat(suggest("kem").body())
                .isEqualTo(("{'items':[{'type':'PHRASE','text':'kemeja','storeId':null,'category':null,"
                                + "'productId':null,'slug':null,'image':null},"
                                + "{'type':'PRODUCT','text':'Kemeja Parang','storeId':'%s','category':null,"
                                + "'productId':'%s','slug':'slug-%s','image':'https://example.com/%s.jpg'}]}")
                        .formatted(store, shirt.id(), shirt.id(), shirt.id())
                        .replace('\'', '"'));
        assertThat(suggest("kemja pa").text("/items/0/text")).isEqualTo("kemeja parang");
        assertThat(api.with("Accept-Language", "en")
                        .get("/v1/search/suggestions?q=parang&store=" + store)
                        .expect(200)
                        .json("/items")
                        .toString())
                .contains("\"Parang shirt\"");
        assertThat(api.get("/v1/search/suggestions?q=kem&limit=1&store=" + store)
                        .expect(200)
                        .json("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_category_is_suggested_as_a_filter_takes_it() {
        String slug = "kemeja-" + store.substring(store.length() - 6);
        String id = new TypeId("cat", UUID.randomUUID()).toString();
        var told =
                new CategoryStateV1(id, store, null, slug, Map.of("id", "Baju Atasan"), List.of(id), List.of(slug), 1);
        TestEvents.tell(Topics.CATEGORY, id, CategoryStateV1.TYPE, 1, told);
        var state = shirt.state();
        var within = new ProductStateV1(
                state.productId(),
                store,
                state.slug(),
                true,
                state.publishedAt(),
                state.createdAt(),
                state.name(),
                state.description(),
                state.function(),
                state.howToUse(),
                state.contents(),
                state.quality(),
                state.brand(),
                state.specification(),
                List.of(new ProductStateV1.CategoryRef(id, List.of(id), List.of(slug))),
                state.media(),
                state.variants(),
                2);
        TestEvents.tell(Topics.PRODUCT, shirt.id(), ProductStateV1.TYPE, 2, within);
        eventually(() -> assertThat(suggest("baju a").json("/items/0/category").asString())
                .isEqualTo(slug));
        assertThat(api.get("/v1/search?store=" + store + "&filter.category=" + slug)
                        .expect(200)
                        .json("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void an_unpublished_product_is_no_longer_suggested() {
        TestEvents.tell(
                Topics.PRODUCT,
                shirt.id(),
                ProductStateV1.TYPE,
                2,
                shirt.unpublished().state());
        eventually(() -> assertThat(suggest("kem").json("/items").size()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=a&limit=0", "q=a&limit=21", "q=a&limit=x", "limit=3", "q=a&store=sto_x"})
    void what_cannot_be_meant_is_refused_by_name(String query) {
        api.get("/v1/search/suggestions?" + query).expectProblem(400, "INVALID_PARAMETER");
    }

    @Test
    void texts_are_bounded_and_only_texts() {
        api.get("/v1/search/suggestions?q=" + "a".repeat(100)).expect(200);
        api.get("/v1/search/suggestions?q=" + "a".repeat(101)).expectProblem(400, "INVALID_PARAMETER");
        for (String hostile : new String[] {
            "*",
            "a~2 b^99",
            "\"",
            "\\",
            "/.*/",
            "\u0000",
            "😀😀",
            "नमस्ते",
            "' OR 1=1 --",
            "",
            "   ",
            "ab cd ef gh ij kl mn op qr st"
        }) {
            suggest(hostile);
        }
    }
}
