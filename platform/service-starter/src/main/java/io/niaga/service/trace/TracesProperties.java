package io.niaga.service.trace;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether and where what the service does is told as spans.
 *
 * @param endpoint of an OpenTelemetry collector (OTLP over HTTP, {@code http://collector:4318/v1/traces}); empty: nowhere
 * @param oneIn how many traces one is kept of
 */
@Validated
@ConfigurationProperties("niaga.traces")
public record TracesProperties(
        @DefaultValue("") String endpoint,
        @DefaultValue("1") @Min(1) int oneIn) {}
