package io.niaga.reporting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every knob of reporting.
 *
 * @param openDays after how many days a day is closed and its sessions are forgotten; not longer than behaviour is kept by its
 *     topic, plus one
 * @param linkLifetime how long a link opens a page
 */
@ConfigurationProperties("niaga.reporting")
public record ReportingProperties(
        @DefaultValue("31") int openDays,
        @DefaultValue("5m") Duration linkLifetime) {
    public ReportingProperties {
        if (openDays < 3) {
            throw new IllegalArgumentException(
                    "niaga.reporting.open-days is at least 3: behaviour may be told a day late");
        }
    }
}
