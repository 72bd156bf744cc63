package io.niaga.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every knob of the catalog. */
@ConfigurationProperties("niaga.catalog")
public record CatalogProperties(
        @DefaultValue Exchange exchange, @DefaultValue Category category) {

    /**
     * Imports.
     *
     * @param workers jobs worked on at the same time in one process
     * @param pieceRows rows worked on together; progress is kept after each such piece
     * @param writers products written at the same time by a job
     * @param lease how long a job is its worker's own without a sign of life
     * @param poll how often a worker looks for jobs
     * @param keepUploads how long a file is kept that never became a job
     */
    public record Exchange(
            @DefaultValue("2") int workers,
            @DefaultValue("500") int pieceRows,
            @DefaultValue("8") int writers,
            @DefaultValue("60s") Duration lease,
            @DefaultValue("500ms") Duration poll,
            @DefaultValue("2d") Duration keepUploads) {
        public Exchange {
            if (workers < 1 || pieceRows < 1 || pieceRows > 5_000 || writers < 1 || !poll.isPositive()) {
                throw new IllegalArgumentException("niaga.catalog.exchange needs positive numbers");
            }
            if (lease.compareTo(Duration.ofSeconds(10)) < 0) {
                throw new IllegalArgumentException("niaga.catalog.exchange.lease is less than 10 s");
            }
            if (keepUploads.compareTo(Duration.ofDays(1)) <= 0) {
                throw new IllegalArgumentException(
                        "niaga.catalog.exchange.keep-uploads is not longer than a job may take");
            }
        }
    }

    /**
     * @param followMoves how often moved categories are looked for
     */
    public record Category(@DefaultValue("500ms") Duration followMoves) {}
}
