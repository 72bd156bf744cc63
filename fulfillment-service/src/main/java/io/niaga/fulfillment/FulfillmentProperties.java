package io.niaga.fulfillment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Every knob of the service; all have defaults in {@code application.yml}.
 *
 * @param sweep how often leftovers of crashes are looked for
 */
@Validated
@ConfigurationProperties("niaga.fulfillment")
record FulfillmentProperties(Stock stock, Duration sweep) {
    /**
     * @param lowAt so many units or fewer are LOW where no reorder point is set
     * @param bulkWriters how many rows an import's counts are written to at once, for all imports together
     */
    record Stock(@Min(0) int lowAt, @Min(1) @Max(256) int bulkWriters) {}
}
