package io.niaga.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.search.Told;
import io.niaga.types.StoreId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judged shop of forty products: what must come first, what must be found, what must not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceTest {
    @TempDir
    static Path folder;

    private Shop shop;

    @BeforeAll
    void a_shop() {
        shop = new Shop(folder);
        JudgedShop.fill(shop);
    }

    @AfterAll
    void closed() {
        shop.close();
    }

    @ParameterizedTest(name = "{0} finds {1} first")
    @CsvSource({
        "kemeja parang,parang",
        "parang shirt,parang",
        "kemejanya putih,putih",
        "kemeja putih polos,putih",
        "white shirts,putih",
        "sepatu lari,lari-pria",
        "sepatu lari wanita,lari-wanita",
        "sepatu untuk lari wanita,lari-wanita",
        "running shoes women,lari-wanita",
        "sepatu kulit,sepatu-kulit",
        "leather shoe,sepatu-kulit",
        "kaus kaki,kaus-kaki",
        "kopi,kopi",
        "ground coffee,kopi",
        "kopi gayo,kopi",
        "minuman,botol",
        "dompet,dompet",
        "ransel hitam,tas",
        "terang,lampu",
        "LAMP-1,lampu",
        "lamp-1,lampu",
        "KMJ-FLN-2,flanel",
        "kemeja merah,flanel",
        "katun,parang",
        "cafe,cafe",
        "café,cafe",
        "buku resep,buku",
        "desk,lampu"
    })
    void the_best_comes_first(String question, String best) {
        assertThat(shop.find(question)).as(question).first().isIn(best, question.equals("desk") ? "meja" : best);
    }

    @ParameterizedTest(name = "{0} is meant as {1}, finds {2}")
    @CsvSource({
        "kemja,kemeja,parang",
        "kemeja prang,kemeja parang,parang",
        "sepatuu lari,sepatu lari,lari-pria",
        "bohlm,bohlam,bohlam",
        "treadmil,,treadmill",
        "bonekka,boneka,boneka",
        "leathre wallet,leather wallet,dompet",
        "stainles,,panci",
    })
    void a_misspelt_word_is_understood(String question, String meant, String among) {
        Found found = shop.ask(question, Sort.RELEVANCE, 20, null);
        assertThat(found.items()).as(question).extracting(Found.Item::id).contains(among);
        assertThat(found.didYouMean()).isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0} begins {1}")
    @CsvSource({"kem,parang", "KMJ-PRG,parang", "sepa,lari-pria", "ranse,tas", "RUN-MAN,lari-pria"})
    void a_begun_word_is_completed(String question, String among) {
        assertThat(shop.find(question)).as(question).contains(among);
    }

    @Test
    void names_come_before_texts() {
        List<String> found = shop.find("kemeja");
        assertThat(found.subList(0, 4)).containsExactlyInAnyOrder("parang", "kawung", "flanel", "putih");
        assertThat(found).contains("celana", "dasi");
    }

    @Test
    void a_category_finds_its_products_in_both_languages() {
        assertThat(shop.find("footwear")).contains("sandal", "sepatu-kulit", "lari-pria");
        assertThat(shop.find("alas kaki")).contains("sandal", "sepatu-kulit");
        assertThat(shop.find("pria")).contains("parang", "kaos", "lari-pria");
    }

    @Test
    void a_brand_finds_its_products() {
        assertThat(shop.find("garuda")).containsExactlyInAnyOrder("lari-pria", "lari-wanita", "kaus-kaki");
        assertThat(shop.find("garuda kaki")).first().isEqualTo("kaus-kaki");
    }

    @Test
    void the_variant_shown_is_the_one_asked_for() {
        assertThat(shown("kemeja parang hitam")).isEqualTo("KMJ-PRG-HTM-M");
        assertThat(shown("kemeja parang cokelat")).isEqualTo("KMJ-PRG-CKL-M");
        assertThat(shown("kmj-prg-htm-m")).isEqualTo("KMJ-PRG-HTM-M");
        // The black one is cheaper, but only the brown one can be had.
        assertThat(shown("kemeja parang")).isEqualTo("KMJ-PRG-CKL-M");
        assertThat(shown("kemeja flanel hijau")).isEqualTo("KMJ-FLN-2");
    }

    private String shown(String question) {
        return shop.ask(question, Sort.RELEVANCE, 1, null).items().getFirst().sku();
    }

    @Test
    void what_can_be_had_comes_before_its_equal_that_is_sold_out() {
        assertThat(shop.find("sepatu lari").subList(0, 2)).containsExactly("lari-pria", "lari-wanita");
    }

    @Test
    void codes_and_numbers_are_not_guessed() {
        assertThat(shop.find("kmj-prg-xyz-m9")).isEmpty();
        assertThat(shop.find("12345678")).isEmpty();
        assertThat(shop.find("!!! ???")).isEmpty();
    }

    @Test
    void words_that_nothing_has_together_find_what_has_half_of_them() {
        assertThat(shop.find("kemeja panci wajan")).contains("panci", "wajan", "parang");
    }

    @Test
    void common_words_alone_find_what_has_them() {
        assertThat(shop.find("untuk")).containsExactly("dasi");
    }

    @Test
    void the_easiest_slip_is_meant() {
        shop.put(named("tas-kerja", "Pelan Desain Rapat", "Plan"), named("pelana", "Depan Modul", "Front"));
        assertThat(shop.ask("desian", Sort.RELEVANCE, 5, null).didYouMean()).isEqualTo("desain");
        assertThat(shop.ask("desan", Sort.RELEVANCE, 5, null).didYouMean()).isEqualTo("desain");
        shop.remove("tas-kerja");
        shop.remove("pelana");
    }

    @Test
    void another_stores_words_are_never_meant() {
        StoreId mine = StoreId.of(Told.STORE);
        StoreId theirs = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");
        shop.put(Told.product("asing", "Bonexa Terlarang").store(theirs.value()));
        assertThat(meant("terlarong", mine)).isNull();
        assertThat(meant("terlarong", theirs)).isEqualTo("terlarang");
        // Known there, but here somebody meant the doll.
        assertThat(meant("bonexa", mine)).isEqualTo("boneka");
        assertThat(meant("bonexa", theirs)).isNull();
        shop.remove("asing");
    }

    private @Nullable String meant(String words, StoreId store) {
        return shop.ask(new Question(words, store, List.of(), List.of(), Sort.RELEVANCE, 5, null))
                .didYouMean();
    }

    private static Told named(String id, String indonesian, String english) {
        return Told.product(id, indonesian).name(Map.of("id", indonesian, "en", english));
    }
}
