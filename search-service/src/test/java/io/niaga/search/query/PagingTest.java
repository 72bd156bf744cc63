package io.niaga.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.search.Told;
import io.niaga.search.index.Availability;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final int KEPT = 120;
    private static final int DEAR = 800;

    @TempDir
    Path folder;

    private final Random random = new Random(7);

    @ParameterizedTest
    @EnumSource(Sort.class)
    void paging_is_complete_and_without_doubles_while_others_come_and_go(Sort sort) {
        try (Shop shop = new Shop(folder)) {
            for (int i = 0; i < KEPT; i++) {
                shop.add(one("kept" + i, i % 7));
            }
            shop.index.refresh();
            List<String> seen = new ArrayList<>();
            Position after = null;
            int round = 0;
            do {
                Found page = shop.ask(sort == Sort.NEWEST ? "" : "kemeja merah", sort, 7, after);
                page.items().forEach(item -> seen.add(item.id()));
                after = page.next();
                change(shop, round++);
            } while (after != null);
            List<String> kept =
                    seen.stream().filter(id -> id.startsWith("kept")).toList();
            assertThat(kept).doesNotHaveDuplicates().hasSize(KEPT);
            assertThat(seen).doesNotHaveDuplicates();
        }
    }

    /** A page that has room for everything leaves nothing unlooked at; small ones do. */
    @ParameterizedTest
    @EnumSource(Sort.class)
    void small_pages_are_pieces_of_a_large_one(Sort sort) {
        try (Shop shop = new Shop(folder)) {
            for (int i = 0; i < 300; i++) {
                shop.add(one("p" + i, random.nextInt(7)));
                if (random.nextBoolean()) {
                    shop.stock("S-p" + i, Availability.IN_STOCK);
                }
            }
            shop.index.refresh();
            List<String> everything = shop.all("kemeja merah", sort, 1_000);
            assertThat(everything).hasSize(300);
            assertThat(shop.all("kemeja merah", sort, 7)).containsExactlyElementsOf(everything);
        }
    }

    /** New products that change how rare the words are, and some that disappear again. */
    private void change(Shop shop, int round) {
        for (int i = 0; i < 5; i++) {
            shop.add(one("other" + round + "-" + i, random.nextInt(7)));
        }
        shop.index.refresh();
        if (round > 0) {
            shop.remove("other" + (round - 1) + "-" + random.nextInt(5));
        }
    }

    private Told one(String id, int kind) {
        String name = "Kemeja " + "merah ".repeat(1 + kind % 3) + "lengan panjang ".repeat(kind);
        return Told.product(id, name).variant("S-" + id, (100 + kind) + "000", "colour", "merah");
    }

    /** Blocks of every alignment to what stands in them, in several segments; some products are gone again. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 16, 8_192})
    void the_newest_that_fit_come_first_wherever_they_stand(int block) {
        List<Integer> ages = IntStream.range(0, 600).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(ages, random);
        Map<Integer, String> all = new TreeMap<>();
        Map<Integer, String> fitting = new TreeMap<>();
        try (Shop shop = new Shop(folder, block)) {
            for (int i = 0; i < ages.size(); i++) {
                String id = "p" + i;
                all.put(ages.get(i), id);
                if (addPriced(shop, id, ages.get(i))) {
                    fitting.put(ages.get(i), id);
                }
                if (i % 250 == 0) {
                    shop.index.refresh();
                }
            }
            for (int i = 0; i < ages.size(); i += 60) {
                shop.remove("p" + i);
                all.remove(ages.get(i));
                fitting.remove(ages.get(i));
            }
            assertThat(shop.all("", Sort.NEWEST, 20)).containsExactlyElementsOf(all.values());
            assertThat(dear(shop, 20)).containsExactlyElementsOf(fitting.values());
        }
    }

    private boolean addPriced(Shop shop, String id, int age) {
        Told product = Told.product(id, "Kemeja")
                .publishedAt(
                        Instant.parse("2026-11-01T00:00:00Z").minusSeconds(age).toString());
        int variants = random.nextInt(1, 5);
        boolean dear = false;
        for (int variant = 0; variant < variants; variant++) {
            int price = random.nextInt(1, 1000);
            dear |= price >= DEAR;
            product.variant(id + "-" + variant, price + "000");
        }
        shop.add(product);
        return dear;
    }

    private static List<String> dear(Shop shop, int pageSize) {
        List<Filter> filters = List.of(new Filter.PriceIn(List.of(PriceRange.of(DEAR + "000.."))));
        List<String> ids = new ArrayList<>();
        Position after = null;
        do {
            Found page = shop.ask(new Question("", null, filters, List.of(), Sort.NEWEST, pageSize, after));
            page.items().forEach(item -> ids.add(item.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    @Test
    void an_answer_is_repeated_until_the_index_changes() {
        try (Shop shop = new Shop(folder)) {
            shop.put(one("a", 0));
            Found first = shop.ask("kemeja", Sort.PRICE, 10, null);
            assertThat(shop.ask("kemeja", Sort.PRICE, 10, null)).isSameAs(first);
            shop.put(one("b", 0));
            assertThat(shop.ask("kemeja", Sort.PRICE, 10, null).items()).hasSize(2);
        }
    }

    @Test
    void a_position_survives_being_text() {
        Position position = new Position(Sort.RELEVANCE, -123456, 42, Strictness.TOLERANT, List.of(4, 100));
        assertThat(Position.of(position.texts())).isEqualTo(position);
    }

    @Test
    void the_last_page_has_no_next_one() {
        try (Shop shop = new Shop(folder)) {
            for (int i = 0; i < 10; i++) {
                shop.add(one("p" + i, 0));
            }
            shop.index.refresh();
            assertThat(shop.ask("", Sort.PRICE, 10, null).next()).isNull();
            Set<String> ids = new HashSet<>(shop.all("", Sort.PRICE, 5));
            assertThat(ids).hasSize(10);
        }
    }
}
