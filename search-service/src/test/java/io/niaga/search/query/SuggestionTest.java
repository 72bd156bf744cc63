package io.niaga.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.search.Told;
import io.niaga.search.index.Availability;
import io.niaga.types.StoreId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judged shop while somebody types. */
class SuggestionTest {
    private static final StoreId OTHER = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void a_shop() {
        shop = new Shop(folder);
        JudgedShop.fill(shop);
        shop.index.refresh();
    }

    @AfterEach
    void closed() {
        shop.close();
    }

    private List<String> products(String typed, @Nullable StoreId store) {
        return shop.complete(typed, store, 20).stream()
                .filter(Suggestion.OfProduct.class::isInstance)
                .map(s -> ((Suggestion.OfProduct) s).id())
                .toList();
    }

    private List<String> phrases(String typed) {
        return shop.complete(typed, null, 8).stream()
                .filter(Suggestion.Phrase.class::isInstance)
                .map(s -> ((Suggestion.Phrase) s).text())
                .toList();
    }

    private List<String> categories(String typed) {
        return shop.complete(typed, null, 8).stream()
                .filter(Suggestion.InCategory.class::isInstance)
                .map(s -> ((Suggestion.InCategory) s).path())
                .toList();
    }

    @ParameterizedTest(name = "{0} begins {1}")
    @CsvSource({
        "k,parang",
        "kem,parang",
        "kemeja p,parang",
        "kemeja par,parang",
        "KEMEJA  PA,parang",
        "parang sh,parang",
        "se,lari-pria",
        "sepatu l,lari-pria",
        "sepatu lari w,lari-wanita",
        "run,lari-pria",
        "running sh,lari-pria",
        "ko,kopi",
        "kopi g,kopi",
        "caf,cafe",
        "lam,lampu",
        "desk l,lampu",
        "tas,tas",
        "back,tas",
        "dom,dompet",
        "garu,lari-pria"
    })
    void the_likeliest_product_comes_first(String typed, String product) {
        assertThat(products(typed, null)).as(typed).first().isEqualTo(product);
    }

    @ParameterizedTest(name = "{0} is meant as {1}")
    @CsvSource({
        "kemj,parang",
        "kmeja,parang",
        "kemejq,parang",
        "kemeaj,parang",
        "kemeja prang,parang",
        "kemeja paragn,parang",
        "sepatuu,lari-pria",
        "sepaut la,lari-pria",
        "runing,lari-pria",
        "domept,dompet",
        "lmapu,lampu",
        "bonekka,boneka"
    })
    void one_letter_may_be_wrong(String typed, String product) {
        assertThat(products(typed, null)).as(typed).contains(product);
        assertThat(products(typed, null).subList(0, 1)).as(typed).containsExactly(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xqz", "kemeja xqzw", "KMJ-9", "1234567", "!!", "   ", "kx", "~", "a AND b*"})
    void what_nothing_begins_with_is_not_guessed(String typed) {
        assertThat(shop.complete(typed, null, 8)).as(typed).isEmpty();
    }

    @Test
    void phrases_go_on_as_names_do() {
        assertThat(phrases("kem")).first().isEqualTo("kemeja");
        assertThat(phrases("sepatu l")).first().isEqualTo("sepatu lari");
        assertThat(phrases("runn")).contains("running", "running shoes");
        assertThat(phrases("kemj")).first().isEqualTo("kemeja");
        assertThat(phrases("kemeja prang")).containsExactly("kemeja parang");
        assertThat(phrases("dompet kulit")).isEmpty();
    }

    @Test
    void categories_are_found_in_both_languages_when_something_is_in_them() {
        assertThat(categories("kem")).containsExactly("pakaian/pria/kemeja");
        assertThat(categories("shir")).containsExactly("pakaian/pria/kemeja");
        assertThat(categories("alas k")).containsExactly("sepatu");
        assertThat(categories("foot")).containsExactly("sepatu");
        assertThat(categories("footwaer")).containsExactly("sepatu");
        shop.category("kosong", Map.of("id", "Kosong"));
        assertThat(categories("kos")).isEmpty();
    }

    @Test
    void the_name_shown_goes_on_as_it_was_typed() {
        Suggestion.OfProduct shown = (Suggestion.OfProduct) shop.complete("parang sh", null, 20).stream()
                .filter(Suggestion.OfProduct.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(shown.names()).isEqualTo(Map.of("en", "Parang shirt"));
    }

    @Test
    void a_store_sees_nothing_of_another() {
        shop.put(Told.product("rahasia", "Kemeja Rahasia").store(OTHER.value()));
        assertThat(products("kemeja ra", null)).containsExactly("rahasia");
        StoreId mine = StoreId.of(Told.STORE);
        assertThat(shop.complete("kemeja ra", mine, 20)).isEmpty();
        assertThat(shop.complete("rahasia", mine, 20)).isEmpty();
        assertThat(products("kem", OTHER)).containsExactly("rahasia");
        assertThat(shop.complete("kem", OTHER, 20))
                .noneMatch(Suggestion.InCategory.class::isInstance)
                .filteredOn(Suggestion.Phrase.class::isInstance)
                .extracting(s -> ((Suggestion.Phrase) s).text())
                .containsExactly("kemeja");
    }

    @Test
    void what_is_no_longer_published_is_no_longer_suggested() {
        assertThat(products("bonek", null)).containsExactly("boneka");
        shop.remove("boneka");
        assertThat(shop.complete("bonek", null, 8)).isEmpty();
    }

    @Test
    void what_can_be_had_comes_first() {
        assertThat(products("kopi", null)).first().isEqualTo("kopi");
        shop.put(Told.product("cangkir", "Kopi Cangkir Tertutup Rapat").variant("CUP-1", "20000"));
        shop.stock("CUP-1", Availability.LOW);
        shop.index.refresh();
        assertThat(products("kopi", null)).startsWith("cangkir", "kopi");
    }

    @Test
    void it_says_the_same_again_and_no_more_than_asked() {
        for (int limit : List.of(1, 2, 3, 5, 8, 20)) {
            List<Suggestion> once = shop.complete("s", null, limit);
            assertThat(once).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
            shop.index.refresh();
            assertThat(shop.complete("s", null, limit)).isEqualTo(once);
        }
        assertThat(shop.complete("s", null, 20)).doesNotHaveDuplicates();
    }
}
