package io.niaga.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.catalog.ProductStateV1;
import io.niaga.search.Told;
import io.niaga.search.index.Availability;
import io.niaga.search.index.Price;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Counts, filters and orders on random shops against the plainest way to work them out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountingTest {
    private static final List<String> COLOURS = List.of("merah", "Merah", "biru", "hijau", "hitam");
    private static final List<String> SIZES = List.of("S", "M", "L", "XL");
    private static final List<String> PATHS = List.of("a", "a/b", "a/b/c", "a/d", "e", "e/b");
    private static final List<String> FACETS =
            List.of("colour", "size", "brand", "material", "category", "price", "availability", "nothing");
    private static final long SEED = 20261124;

    @TempDir
    static Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Told> products = new HashMap<>();
    private final Map<String, List<String>> paths = new HashMap<>();
    private final Map<String, Availability> stock = new HashMap<>();
    private Shop shop;

    @BeforeAll
    void a_random_shop() {
        shop = new Shop(folder);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 150; i++) {
                putOne(String.format("prd_%03d", random.nextInt(220)));
            }
            shop.index.refresh();
            for (int i = 0; i < 15; i++) {
                String gone = String.format("prd_%03d", random.nextInt(220));
                products.remove(gone);
                shop.remove(gone);
            }
            for (int i = 0; i < 200; i++) {
                String sku = String.format("prd_%03d-%d", random.nextInt(220), random.nextInt(5));
                stock.put(sku, Availability.ofRank(random.nextInt(3)));
                shop.stock(sku, stock.get(sku));
            }
        }
        shop.index.refresh();
    }

    @AfterAll
    void closed() {
        shop.close();
    }

    private void putOne(String id) {
        List<String> in = random.ints(random.nextInt(3), 0, PATHS.size())
                .mapToObj(PATHS::get)
                .distinct()
                .toList();
        Told product = Told.product(id, "Barang " + id)
                .brand("Merek " + random.nextInt(4))
                .specification(Map.of("material", pick(List.of("katun", "linen")), "colour", pick(COLOURS)))
                .in(in.toArray(String[]::new));
        int variants = 1 + random.nextInt(5);
        for (int v = 0; v < variants; v++) {
            product.variant(
                    id + "-" + v, 1000 * (1 + random.nextInt(300)) + "", "colour", pick(COLOURS), "size", pick(SIZES));
        }
        products.put(id, product);
        paths.put(id, in);
        shop.add(product);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @RepeatedTest(150)
    void counts_and_items_are_what_counting_by_hand_gives() {
        List<Filter> filters = filters();
        Sort sort = pick(List.of(Sort.PRICE, Sort.PRICE_DOWN, Sort.NEWEST));
        Found found = shop.ask(new Question("", null, filters, FACETS, sort, 100, null));
        String about = "seed " + SEED + ", " + filters;
        Set<String> expected = matching(filters, "").keySet();
        assertThat(all(filters, sort)).as(about).containsExactlyInAnyOrderElementsOf(expected);
        for (Found.Facet facet : found.facets()) {
            Map<String, Integer> counts = facet.values().stream()
                    .collect(Collectors.toMap(v -> v.value().toLowerCase(Locale.ROOT), Found.Value::count));
            assertThat(counts).as(facet.name() + ", " + about).isEqualTo(byHand(facet.name(), filters));
        }
        List<Long> prices = found.items().stream().map(i -> i.price().scaled()).toList();
        if (sort != Sort.NEWEST) {
            Comparator<Long> order = sort == Sort.PRICE ? Comparator.naturalOrder() : Comparator.reverseOrder();
            assertThat(prices).as(about).isSortedAccordingTo(order);
        }
    }

    private List<String> all(List<Filter> filters, Sort sort) {
        List<String> ids = new ArrayList<>();
        Position after = null;
        do {
            Found page = shop.ask(new Question("", null, filters, List.of(), sort, 7, after));
            page.items().forEach(item -> ids.add(item.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    private List<Filter> filters() {
        List<Filter> all = new ArrayList<>(List.of(
                new Filter.OneOf("colour", some(COLOURS)),
                new Filter.OneOf("size", some(SIZES)),
                new Filter.OneOf("brand", some(List.of("Merek 0", "merek 1", "MEREK 2"))),
                new Filter.OneOf("category", some(List.of("a", "a/b", "e", "cat_a_b", "nowhere"))),
                new Filter.OneOf("availability", some(List.of("IN_STOCK", "LOW", "OUT"))),
                new Filter.PriceIn(List.of(new PriceRange(scaled(20_000), scaled(20_000 + random.nextInt(300_000)))))));
        all.removeIf(filter -> random.nextInt(3) > 0);
        return all;
    }

    private List<String> some(List<String> of) {
        return Stream.of(pick(of), pick(of)).distinct().toList();
    }

    private static long scaled(long rupiah) {
        return rupiah * 10_000;
    }

    /** The variants of each product that fit all filters but those on that name. */
    private Map<String, List<ProductStateV1.Variant>> matching(List<Filter> filters, String except) {
        Map<String, List<ProductStateV1.Variant>> matching = new TreeMap<>();
        products.forEach((id, told) -> {
            List<ProductStateV1.Variant> fitting = told.state().variants().stream()
                    .filter(variant -> filters.stream()
                            .filter(filter -> !filter.name().equals(except))
                            .allMatch(filter -> fits(told, variant, filter)))
                    .toList();
            if (!fitting.isEmpty()) {
                matching.put(id, fitting);
            }
        });
        return matching;
    }

    private boolean fits(Told told, ProductStateV1.Variant variant, Filter filter) {
        return switch (filter) {
            case Filter.PriceIn price ->
                price.ranges().stream()
                        .anyMatch(r -> r.holds(Price.of(variant.price()).scaled()));
            case Filter.OneOf oneOf ->
                oneOf.values().stream().anyMatch(value -> {
                    Set<String> has = values(told, variant, oneOf.name());
                    return has.contains(value)
                            || (oneOf.name().equals("category") && has.contains(value.replace("cat_a_b", "a/b")));
                });
        };
    }

    private Set<String> values(Told told, ProductStateV1.Variant variant, String name) {
        Set<String> values = new HashSet<>();
        switch (name) {
            case "brand" -> values.add(String.valueOf(told.state().brand()));
            case "availability" ->
                values.add(stock.getOrDefault(variant.sku(), Availability.OUT).name());
            case "category" ->
                paths.get(told.id()).forEach(path -> {
                    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
                        values.add(path.substring(0, at));
                    }
                    values.add(path);
                });
            default -> {
                values.add(variant.options().getOrDefault(name, ""));
                values.add(told.state().specification().getOrDefault(name, ""));
                values.remove("");
            }
        }
        return values.stream().map(v -> v.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private Map<String, Integer> byHand(String name, List<Filter> filters) {
        Map<String, Integer> counts = new HashMap<>();
        matching(filters, name).forEach((id, variants) -> {
            Set<String> values = new HashSet<>();
            for (ProductStateV1.Variant variant : variants) {
                values.addAll(
                        name.equals("price")
                                ? priceRanges(Price.of(variant.price()).scaled())
                                : values(products.get(id), variant, name));
            }
            values.forEach(value -> counts.merge(value, 1, Integer::sum));
        });
        return counts;
    }

    private static Set<String> priceRanges(long price) {
        long[] major = {500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000};
        Set<String> ranges = new HashSet<>();
        for (int i = 0; i + 1 < major.length; i++) {
            if (scaled(major[i]) <= price && price <= scaled(major[i + 1])) {
                ranges.add(major[i] + ".." + major[i + 1]);
            }
        }
        return ranges;
    }
}
