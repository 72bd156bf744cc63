package io.niaga.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.search.Told;
import io.niaga.search.index.ShopIndex.Progress;
import io.niaga.search.index.lucene.LuceneIndex;
import io.niaga.search.query.Shop;
import io.niaga.search.query.Sort;
import io.niaga.search.text.lucene.Words;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index knows again after its process ended, in whatever way. */
class RecoveryTest {
    private static final Progress PROGRESS =
            new Progress(Map.of("niaga.product.v1-0", 17L), Instant.parse("2026-11-24T08:00:00Z"), true);

    @TempDir
    Path folder;

    private void fill() {
        try (Shop shop = new Shop(folder)) {
            shop.put(
                    Told.product("a", "Kemeja").in("pakaian/pria").variant("A", "1000"),
                    Told.product("b", "Celana").in("pakaian"));
            shop.stock("A", Availability.LOW);
            shop.stock("LATER", Availability.IN_STOCK);
            shop.category("pakaian/pria", Map.of("id", "Busana"));
            shop.remove("b");
            shop.index.commit(PROGRESS);
            shop.put(Told.product("c", "Tidak tersimpan"));
        }
    }

    @Test
    void exactly_what_was_committed_is_there_again_with_how_far_it_was() {
        fill();
        LuceneIndex index = new LuceneIndex(folder, new Words());
        assertThat(index.open()).isEqualTo(PROGRESS);
        index.close();
        try (Shop shop = new Shop(folder)) {
            assertThat(shop.find("kemeja")).containsExactly("a");
            assertThat(shop.find("busana")).containsExactly("a");
            assertThat(shop.find("tersimpan")).isEmpty();
            assertThat(shop.ask("kemeja", Sort.PRICE, 1, null)
                            .items()
                            .getFirst()
                            .availability())
                    .isEqualTo(Availability.LOW);
        }
    }

    @Test
    void older_records_are_still_older_after_a_restart() {
        fill();
        try (Shop shop = new Shop(folder)) {
            StockKey stock = new StockKey(StockKey.variant(Told.STORE, "A"), "whs_1");
            assertThat(shop.index.apply(new Change.ProductGone("a", 1))).isFalse();
            assertThat(shop.index.apply(new Change.ProductGone("b", 2))).isFalse();
            assertThat(shop.index.apply(new Change.StockTold(stock, Availability.OUT, 1)))
                    .isFalse();
            assertThat(shop.index.apply(new Change.CategoryGone("cat_pakaian_pria", 1)))
                    .isFalse();
            assertThat(shop.index.apply(new Change.ProductGone("a", 100))).isTrue();
        }
    }

    @Test
    void availability_that_came_before_its_product_survives_too() {
        fill();
        try (Shop shop = new Shop(folder)) {
            shop.put(Told.product("d", "Topi").variant("LATER", "1000"));
            // The helper's own numbering begins anew, so this is a product the index has never seen.
            assertThat(shop.ask("topi", Sort.PRICE, 1, null).items().getFirst().availability())
                    .isEqualTo(Availability.IN_STOCK);
        }
    }

    @Test
    void a_torn_file_means_a_new_beginning() throws IOException {
        for (boolean truncated : List.of(true, false)) {
            fill();
            for (Path file : segments()) {
                spoil(file, truncated);
            }
            begins_anew();
        }
    }

    @Test
    void a_missing_file_means_a_new_beginning() throws IOException {
        fill();
        for (Path file : segments()) {
            Files.delete(file);
        }
        begins_anew();
    }

    @Test
    void an_index_of_another_form_means_a_new_beginning() throws IOException {
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of("schema", "0", "at", "2026-11-24T08:00:00Z").entrySet());
            writer.commit();
        }
        begins_anew();
    }

    private void begins_anew() {
        LuceneIndex index = new LuceneIndex(folder, new Words());
        assertThat(index.open()).isNull();
        index.close();
        try (Shop shop = new Shop(folder)) {
            shop.put(Told.product("a", "Kemeja"));
            assertThat(shop.find("kemeja")).containsExactly("a");
            assertThat(shop.find("busana")).isEmpty();
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isContent(file.getFileName().toString()))
                    .toList();
        }
    }

    /** The files that are not read whole when an index is opened. */
    private static boolean isContent(String name) {
        return name.startsWith("_") && !name.endsWith(".si");
    }

    private static void spoil(Path path, boolean truncated) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            if (truncated) {
                file.setLength(file.length() / 2);
            } else {
                file.seek(file.length() / 2);
                int there = file.read();
                file.seek(file.length() / 2);
                file.write(there ^ 0xff);
            }
        }
    }

    @Test
    void two_processes_never_share_a_folder() {
        try (Shop shop = new Shop(folder)) {
            shop.index.commit(PROGRESS);
            assertThatThrownBy(() -> new LuceneIndex(folder, new Words()).open())
                    .hasCauseInstanceOf(LockObtainFailedException.class);
        }
    }

    @Test
    void nothing_is_answered_before_the_first_index_is_filled() {
        try (Shop shop = new Shop(folder)) {
            assertThatThrownBy(() -> shop.find("kemeja")).hasMessage("SERVICE_UNAVAILABLE");
            shop.index.refresh();
            assertThat(shop.find("kemeja")).isEmpty();
        }
    }

    @Test
    void readers_keep_what_they_saw_while_the_index_is_cleared_or_opened_again() {
        try (Shop shop = new Shop(folder)) {
            shop.put(Told.product("a", "Kemeja"));
            shop.index.clear();
            assertThat(shop.find("kemeja")).containsExactly("a");
            shop.index.close();
            assertThat(shop.find("kemeja")).containsExactly("a");
            shop.index.open();
            assertThat(shop.find("kemeja")).containsExactly("a");
            shop.index.refresh();
            assertThat(shop.find("kemeja")).isEmpty();
        }
    }

    @Test
    void what_was_committed_halfway_is_shown_only_when_it_is_complete() {
        Progress halfway = new Progress(PROGRESS.offsets(), PROGRESS.at(), false);
        try (Shop shop = new Shop(folder)) {
            shop.put(Told.product("a", "Kemeja"), Told.product("b", "Kemeja"));
            shop.index.clear();
            shop.add(Told.product("a", "Kemeja"));
            shop.index.commit(halfway);
            shop.index.close();
            assertThat(shop.index.open()).isEqualTo(halfway);
            assertThat(shop.find("kemeja")).containsExactlyInAnyOrder("a", "b");
            shop.index.refresh();
            assertThat(shop.find("kemeja")).containsExactly("a");
        }
        try (Shop restarted = new Shop(folder)) {
            assertThatThrownBy(() -> restarted.find("kemeja")).hasMessage("SERVICE_UNAVAILABLE");
        }
    }
}
