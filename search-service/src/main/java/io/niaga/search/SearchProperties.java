package io.niaga.search;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Every knob of search.
 *
 * @param indexDirectory this replica's own folder
 * @param refreshInterval after which readers see changes
 * @param commitInterval after which changes are durable; what is lost by a crash is read again from the topics
 * @param longestAbsence an index that was committed longer ago is built anew: topics forget tombstones after a day
 * @param behaviour how behaviour is told
 */
@Validated
@ConfigurationProperties("niaga.search")
public record SearchProperties(
        @NotNull Path indexDirectory,
        @DefaultValue("500ms") Duration refreshInterval,
        @DefaultValue("10s") Duration commitInterval,
        @DefaultValue("12h") Duration longestAbsence,
        @DefaultValue BehaviourKnobs behaviour) {
    /**
     * @param patience how long a caller waits for the broker to take what it told
     * @param buffer how much may wait for the broker; more is answered 503
     */
    public record BehaviourKnobs(
            @DefaultValue("2s") Duration patience,
            @DefaultValue("8MB") DataSize buffer) {
        public BehaviourKnobs {
            if (patience.toMillis() < 100 || buffer.toKilobytes() < 64) {
                throw new IllegalArgumentException("niaga.search.behaviour needs at least 100ms and 64KB");
            }
        }
    }
}
