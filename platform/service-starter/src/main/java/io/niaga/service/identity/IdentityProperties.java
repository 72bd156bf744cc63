package io.niaga.service.identity;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose access tokens are believed.
 *
 * @param issuer exactly as the tokens name it
 * @param jwksUri where the issuer's keys are
 * @param audience what a token must be meant for
 * @param skew how far the clocks of issuer and service may differ, at most a minute
 * @param cached how long a verified token is believed without another look, never past its expiry
 */
@Validated
@ConfigurationProperties("niaga.identity")
public record IdentityProperties(
        @NotBlank String issuer,
        URI jwksUri,
        @DefaultValue("niaga-api") String audience,
        @DefaultValue("30s") Duration skew,
        @DefaultValue("60s") Duration cached) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public IdentityProperties {
        if (skew.compareTo(LONGEST) > 0 || cached.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("niaga.identity.skew and .cached are at most one minute");
        }
    }
}
