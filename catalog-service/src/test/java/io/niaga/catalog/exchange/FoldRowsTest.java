package io.niaga.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.CategoryPath;
import io.niaga.catalog.product.Media;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductContent;
import io.niaga.catalog.product.ProductStates;
import io.niaga.catalog.product.Section;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.Actor;
import io.niaga.types.Grant;
import io.niaga.types.Percentage;
import io.niaga.types.Permissions;
import io.niaga.types.Role;
import io.niaga.types.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldRowsTest {
    private static final Store STORE = new Store(
            ImportStates.STORE,
            "Toko",
            Currency.getInstance("IDR"),
            List.of("id"),
            ZoneId.of("Asia/Jakarta"),
            true,
            Percentage.of("11.00"),
            ImportStates.NOW);
    private static final Actor ADMIN = new Actor.Person(
            UserId.of("usr_01kavf8g00e4ttm0nbdjqsmn0n"), Set.of(), Map.of(STORE.id(), Set.of(Role.ADMINISTRATOR)));
    private static final Permissions TABLE =
            new Permissions(List.of(new Grant(Role.ADMINISTRATOR, "product:import", Grant.Scope.STORE, List.of("/"))));

    private static final Actor SELLER = new Actor.Person(
            UserId.of("usr_01kavf8g00e4ttm0nbdjqsmn0n"), Set.of(), Map.of(STORE.id(), Set.of(Role.SELLER)));
    private static final CategoryPath MEN = path("cat_01kavf8g00e4ttm0nbdjqsmn0n", "pria");
    private static final CategoryPath SHIRTS = path("cat_01kavf8g00e4ttm0nbdjqsmn1n", "kemeja");
    private static final CategoryPath SHOES = path("cat_01kavf8g00e4ttm0nbdjqsmn2n", "sepatu");

    private static CategoryPath path(String id, String slug) {
        return new CategoryPath(List.of(CategoryId.of(id)), List.of(slug));
    }

    private static ImportRights may(String... fields) {
        Grant grant = new Grant(Role.SELLER, "product:import", Grant.Scope.STORE, List.of(fields));
        return new ImportRights(new Permissions(List.of(grant)), SELLER, STORE.id());
    }

    private static ImportScene scene(boolean publish) {
        return scene(publish, new ImportRights(TABLE, ADMIN, STORE.id()));
    }

    private static ImportScene scene(boolean publish, ImportRights rights) {
        return new ImportScene(
                ImportStates.job(new ImportState.Running(), publish),
                STORE,
                rights,
                Map.of(List.of("Pria"), MEN, List.of("Kemeja"), SHIRTS, List.of("Sepatu"), SHOES),
                Set.of(),
                ImportStates.NOW);
    }

    private static ImportRow row(int line, Map<String, String> fields) {
        return new JudgeRow(STORE, false).judge(new FileRow(line, fields, List.of(), List.of(), null));
    }

    private static FoldedGroup fold(Product known, boolean publish, ImportRow... rows) {
        return fold(known, scene(publish), rows);
    }

    private static FoldedGroup fold(Product known, ImportScene scene, ImportRow... rows) {
        ProductKey key = ProductKey.of("kemeja");
        RowGroup group = new RowGroup(
                known == null ? key.productIn(ImportId.of("imp_01kavf8g00e4ttm0nbdjqsmn0n")) : known.id(),
                known,
                key,
                new ArrayList<>(List.of(rows)),
                new java.util.HashMap<>());
        return new FoldRows(scene).fold(group);
    }

    private static List<RowOutcome.Kind> kinds(FoldedGroup folded) {
        return folded.outcomes().stream().map(RowOutcome::kind).toList();
    }

    @Test
    void lines_with_the_same_key_make_one_product_and_the_later_line_wins() {
        FoldedGroup folded = fold(
                null,
                true,
                row(1, Map.of("sku", "A", "name", "Satu", "price", "1.00", "option.size", "M", "spec.a", "1")),
                row(2, Map.of("sku", "B", "name", "Dua", "price", "2.00", "option.size", "L", "spec.b", "2")));
        Product product = folded.product();
        assertThat(product.content().name().texts()).containsEntry("id", "Dua");
        assertThat(product.content().specification()).containsEntry("a", "1").containsEntry("b", "2");
        assertThat(product.content().variants()).hasSize(2);
        assertThat(product.state().isPublished()).isTrue();
        assertThat(product.slug()).isEqualTo("dua");
        assertThat(kinds(folded)).containsOnly(RowOutcome.Kind.CREATED);
    }

    @Test
    void what_is_as_it_was_is_not_written() {
        Product first = fold(null, true, row(1, Map.of("sku", "A", "name", "Satu", "price", "1.00")))
                .product();
        FoldedGroup again = fold(published(first), true, row(1, Map.of("sku", "A", "name", "Satu", "price", "1.00")));
        assertThat(again.product()).isNull();
    }

    private static Product published(Product product) {
        return product.from(
                new io.niaga.catalog.product.Origin(ProductKey.of("kemeja").hash(), null));
    }

    @Test
    void a_piece_that_is_repeated_counts_what_it_did_at_first() {
        ImportRow row = row(1, Map.of("sku", "A", "name", "Satu", "price", "1.00"));
        Product first = fold(null, true, row).product();
        FoldedGroup again = fold(first, true, row);
        assertThat(again.product()).isNull();
        assertThat(kinds(again)).containsExactly(RowOutcome.Kind.CREATED);
    }

    @Test
    void a_change_of_the_whole_product_counts_for_all_its_lines() {
        Product known = ProductStates.in("PUBLISHED");
        FoldedGroup folded = fold(known, false, row(1, Map.of("sku", "A", "name", "Baju", "price", "1000.00")));
        assertThat(kinds(folded)).containsExactly(RowOutcome.Kind.CHANGED);
        assertThat(folded.changes()).extracting("pointer").contains("/name/id");
        assertThat(folded.product().content().text(Section.NAME).texts()).containsEntry("id", "Baju");
        assertThat(folded.product().slug()).isEqualTo(known.slug());
    }

    private static Media image(String name, String alt) {
        LocalText text = alt.isEmpty() ? LocalText.EMPTY : LocalText.of("id", alt);
        return new Media(Media.Type.IMAGE, "https://img.example/" + name, text);
    }

    /** A shirt made by hand, with three images and in two categories. */
    private static Product shirt() {
        Product known = ProductStates.in("PUBLISHED");
        ProductContent content = new ProductContent(
                known.content().texts(),
                null,
                Map.of(),
                List.of(MEN.id(), SHIRTS.id()),
                List.of(image("1", "Satu"), image("2", "Dua"), image("3", "")),
                known.content().variants());
        return known.written(content, known.slug(), List.of(MEN, SHIRTS), ImportStates.NOW);
    }

    private static ImportRow row(String price, String category, Media media) {
        return new JudgeRow(STORE, false)
                .judge(new FileRow(
                        1,
                        Map.of("sku", "A", "name", "Kemeja", "price", price, "product", "nama-lain", "onHand", "7"),
                        List.of(List.of(category)),
                        List.of(media),
                        null));
    }

    @Test
    void who_may_change_stock_only_takes_nothing_away_by_naming_some_of_it() {
        FoldedGroup folded = fold(shirt(), scene(false, may("/onHand")), row("1000.00", "Kemeja", image("2", "")));
        assertThat(kinds(folded)).containsExactly(RowOutcome.Kind.UNCHANGED);
        assertThat(folded.product()).isNull();
    }

    @Test
    void who_may_change_stock_and_prices_changes_the_price_alone() {
        Product known = shirt();
        FoldedGroup folded =
                fold(known, scene(false, may("/onHand", "/price")), row("2000.00", "Pria", image("2", "Dua")));
        assertThat(kinds(folded)).containsExactly(RowOutcome.Kind.CHANGED);
        assertThat(folded.product().content().withVariants(List.of()))
                .isEqualTo(known.content().withVariants(List.of()));
        assertThat(folded.product().paths()).isEqualTo(known.paths());
        assertThat(folded.product().origin().key()).isNull();
        assertThat(folded.changes()).extracting("pointer").containsExactly("/variants/A/price");
    }

    @Test
    void who_may_change_one_field_more_changes_that_one() {
        FoldedGroup media =
                fold(shirt(), scene(false, may("/onHand", "/media")), row("1000.00", "Pria", image("9", "")));
        assertThat(media.product().content().media()).containsExactly(image("9", ""));
        assertThat(media.product().content().categories()).containsExactly(MEN.id(), SHIRTS.id());
        FoldedGroup place =
                fold(shirt(), scene(false, may("/onHand", "/category")), row("1000.00", "Pria", image("1", "Satu")));
        assertThat(place.product().content().categories()).containsExactly(MEN.id());
        assertThat(place.product().content().media()).hasSize(3);
    }

    @Test
    void naming_something_else_than_is_there_is_refused_without_the_right() {
        refused("/media", row("1000.00", "Pria", image("2", "Beli di toko lain")));
        refused("/media", row("1000.00", "Pria", image("3", "Teks baru")));
        refused("/media", row("1000.00", "Pria", image("4", "")));
        Media film = new Media(Media.Type.VIDEO, image("2", "").url(), LocalText.EMPTY);
        refused("/media", row("1000.00", "Pria", film));
        refused("/category", row("1000.00", "Sepatu", image("2", "")));
        refused("/category", row("1000.00", "Tidak ada", image("2", "")));
        refused("/price", row("1.00", "Pria", image("2", "")));
    }

    private static void refused(String pointer, ImportRow row) {
        FoldedGroup folded = fold(shirt(), scene(false, may("/onHand")), row);
        assertThat(folded.product()).isNull();
        assertThat(folded.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.why().code()).isEqualTo("FIELDS_NOT_PERMITTED");
            assertThat(outcome.why().pointer()).isEqualTo(pointer);
        });
    }

    @Test
    void rows_of_an_archived_product_are_rejected() {
        FoldedGroup folded =
                fold(ProductStates.in("ARCHIVED"), true, row(1, Map.of("sku", "B", "name", "Baju", "price", "1.00")));
        assertThat(folded.product()).isNull();
        assertThat(folded.fresh()).isEmpty();
        assertThat(folded.outcomes())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.why().code()).isEqualTo("PRODUCT_ARCHIVED"));
    }

    @Test
    void the_same_key_of_the_same_import_is_the_same_product() {
        ImportId made = ImportId.of("imp_01kavf8g00e4ttm0nbdjqsmn0n");
        ImportId other = ImportId.of("imp_01kavf8g00e4ttm0nbdjqsmn1n");
        assertThat(ProductKey.of("a").productIn(made))
                .isEqualTo(ProductKey.of("a").productIn(made));
        assertThat(ProductKey.of("a").productIn(made))
                .isNotEqualTo(ProductKey.of("b").productIn(made));
        assertThat(ProductKey.of("a").productIn(made))
                .isNotEqualTo(ProductKey.of("a").productIn(other));
        assertThat(ProductKey.of("a").productIn(made).value()).startsWith("prd_01kavf8g00");
    }

    @Test
    void pieces_are_cut_between_products_where_that_can_be() {
        List<FileRow> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rows.add(new FileRow(i + 1, Map.of("product", "p" + i / 4), List.of(), List.of(), null));
        }
        java.util.Iterator<FileRow> all = rows.iterator();
        TakePieces pieces = new TakePieces(
                new FileRows() {
                    @Override
                    public List<String> ignored() {
                        return List.of();
                    }

                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public FileRow next() {
                        return all.next();
                    }
                },
                10);
        List<Integer> sizes = new ArrayList<>();
        pieces.forEachRemaining(piece -> sizes.add(piece.size()));
        assertThat(sizes).containsExactly(12, 12, 1);
    }
}
