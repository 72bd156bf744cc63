package io.niaga.service.start;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clock of the service.
 *
 * @param offset how far it runs ahead of the system's (behind, when negative); only tests set it, and it counts only where
 *     the sandbox is enabled
 */
@ConfigurationProperties("niaga.clock")
public record ClockProperties(@DefaultValue("0s") Duration offset) {}
