package io.niaga.gateway;

import io.niaga.gateway.edge.QuotaClass;
import io.niaga.gateway.routes.Upstream;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Every knob of the gateway.
 *
 * @param upstreams base address of each service, or several separated by commas; required
 * @param quotas requests per minute and caller, per class
 * @param inFlight most requests at one service at a time; reports get a quarter of it, reads half, writes three quarters,
 *     buying all
 * @param maxBody largest request body; {@code maxUpload} for imports
 * @param maxUpload largest body of an import
 * @param requestTimeout how long a client may take to send its request
 * @param responseTimeout how long a service may take to begin its answer
 * @param allowedOrigins origin patterns of browsers that may call; none when empty
 * @param trustedProxies how many proxies in front of us append to {@code X-Forwarded-For}; 0 trusts nobody
 * @param issuer whose tokens name a caller for its quota
 * @param jwksUri where that issuer's keys are
 * @param drain how long it still serves after it was told to stop, not ready any more and closing each connection with its
 *     answer; 0s: stops at once
 * @param tracesEndpoint of an OpenTelemetry collector (OTLP over HTTP, {@code http://collector:4318/v1/traces}); empty: nowhere
 * @param tracesOneIn how many traces one is kept of
 */
@Validated
@ConfigurationProperties("niaga.gateway")
public record GatewayProperties(
        @NotEmpty Map<Upstream, @NotEmpty List<URI>> upstreams,
        @NotEmpty Map<QuotaClass, @Min(1) Integer> quotas,
        @DefaultValue("512") @Min(4) int inFlight,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("100MB") DataSize maxUpload,
        @DefaultValue("60s") Duration requestTimeout,
        @DefaultValue("15s") Duration responseTimeout,
        @DefaultValue({}) List<String> allowedOrigins,
        @DefaultValue("0") @Min(0) int trustedProxies,
        @NotNull URI issuer,
        @NotNull URI jwksUri,
        @DefaultValue("0s") Duration drain,
        @DefaultValue("") String tracesEndpoint,
        @DefaultValue("1") @Min(1) int tracesOneIn) {
    public GatewayProperties {
        upstreams = Map.copyOf(upstreams);
        quotas = Map.copyOf(quotas);
        allowedOrigins = List.copyOf(allowedOrigins);
        for (Upstream upstream : Upstream.values()) {
            if (!upstreams.containsKey(upstream)) {
                throw new IllegalArgumentException("niaga.gateway.upstreams needs an address for " + upstream);
            }
        }
    }

    List<URI> addressesOf(Upstream upstream) {
        return Objects.requireNonNull(upstreams.get(upstream));
    }
}
