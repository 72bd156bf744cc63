package io.niaga.search;

import io.niaga.search.index.lucene.IndexContents;
import io.niaga.search.index.lucene.LuceneIndex;
import io.niaga.search.index.messaging.IndexFill;
import io.niaga.search.text.lucene.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * {@code POST /actuator/rebuild/index} on the management port: fills a second index from the topics, says whether readers of
 * this one see the same, and forgets it. What is told meanwhile may show as a difference.
 */
@Endpoint(id = "rebuild")
final class RebuildEndpoint {
    private static final int EXAMPLES = 100;

    private final LuceneIndex live;
    private final Words words;
    private final IndexFill fill;
    private final Path folder;
    private final ReentrantLock one = new ReentrantLock();

    RebuildEndpoint(LuceneIndex live, Words words, IndexFill fill, Path indexFolder) {
        this.live = live;
        this.words = words;
        this.fill = fill;
        this.folder = indexFolder.resolveSibling(indexFolder.getFileName() + "-rebuilt");
    }

    /**
     * How the two differ.
     *
     * @param entries how many products and categories were compared
     */
    record Difference(long entries, long differing, List<String> examples) {}

    @WriteOperation
    WebEndpointResponse<Difference> rebuild(@Selector String projection) {
        if (!projection.equals("index")) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        one.lock();
        try {
            return new WebEndpointResponse<>(difference());
        } finally {
            sweep();
            one.unlock();
        }
    }

    private Difference difference() {
        sweep();
        LuceneIndex fresh = new LuceneIndex(folder, words);
        try {
            fresh.open();
            fill.fill(fresh);
            SortedMap<String, String> rebuilt = contents(fresh);
            SortedMap<String, String> seen = contents(live);
            TreeSet<String> ids = new TreeSet<>(rebuilt.keySet());
            ids.addAll(seen.keySet());
            List<String> differing = ids.stream()
                    .filter(id -> !Objects.equals(rebuilt.get(id), seen.get(id)))
                    .toList();
            return new Difference(
                    ids.size(),
                    differing.size(),
                    differing.stream().limit(EXAMPLES).toList());
        } finally {
            fresh.close();
        }
    }

    private static SortedMap<String, String> contents(LuceneIndex index) {
        SortedMap<String, String> contents = index.read(IndexContents::of);
        return contents == null ? new TreeMap<>() : contents;
    }

    private void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
