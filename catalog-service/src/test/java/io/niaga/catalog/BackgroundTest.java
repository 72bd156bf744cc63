package io.niaga.catalog;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.category.FollowMoves;
import io.niaga.catalog.exchange.ImportJob;
import io.niaga.catalog.exchange.MemoryImports;
import io.niaga.catalog.exchange.MemoryUploads;
import io.niaga.catalog.exchange.RunImport;
import io.niaga.types.Permissions;
import io.niaga.types.TypeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void work_that_ends_in_an_error_is_tried_again() {
        AtomicInteger turns = new AtomicInteger();
        MemoryImports imports = new MemoryImports() {
            @Override
            public Optional<ImportJob> take(String worker, Instant now, Instant until) {
                turns.incrementAndGet();
                throw new StackOverflowError();
            }
        };
        Clock clock = Clock.systemUTC();
        RunImport.Surroundings around = new RunImport.Surroundings(
                null, new Permissions(List.of()), clock, Duration.ofMinutes(1), 10, (outcome, rows) -> {});
        Background background = new Background(
                new Background.Work(
                        new RunImport(imports, new MemoryUploads(), null, null, around),
                        new FollowMoves(null, null),
                        new MemoryUploads(),
                        prefix -> new TypeId(prefix, new UUID(7, 1)),
                        clock),
                new CatalogProperties(
                        new CatalogProperties.Exchange(
                                1, 10, 1, Duration.ofMinutes(1), Duration.ofMillis(5), Duration.ofDays(2)),
                        new CatalogProperties.Category(Duration.ofHours(1))));
        background.start();
        try {
            eventually(() -> assertThat(turns.get()).isGreaterThan(2));
        } finally {
            background.stop();
        }
    }
}
