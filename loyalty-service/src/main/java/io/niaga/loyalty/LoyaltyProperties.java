package io.niaga.loyalty;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Every knob of loyalty.
 *
 * @param unitsPerPoint whole currency units that earn one point, by ISO code; other currencies one for one
 */
@ConfigurationProperties("niaga.loyalty")
public record LoyaltyProperties(Map<String, Long> unitsPerPoint) {
    public LoyaltyProperties {
        unitsPerPoint = Map.copyOf(unitsPerPoint);
    }
}
