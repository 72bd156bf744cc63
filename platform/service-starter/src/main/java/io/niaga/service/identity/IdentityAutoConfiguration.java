package io.niaga.service.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.service.http.BodyLimitFilter;
import io.niaga.service.http.HttpProperties;
import io.niaga.service.problem.ProblemWriter;
import io.niaga.service.problem.Problems;
import io.niaga.types.Permissions;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/**
 * The resource server: Spring Security's firewall and chain with exactly the filters that a stateless API needs.
 */
@AutoConfiguration(
        before = {
            ServletWebSecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties({IdentityProperties.class, GuestTokenProperties.class, HttpProperties.class})
public class IdentityAutoConfiguration {
    private static final long KEPT_FRESH = Duration.ofMinutes(5).toMillis();
    private static final long REFRESH_WITHIN = Duration.ofSeconds(5).toMillis();
    private static final long BETWEEN_REFRESHES = Duration.ofSeconds(5).toMillis();
    private static final long KEPT_IN_OUTAGE = Duration.ofHours(4).toMillis();
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int LARGEST_KEY_SET = 100_000;

    /** The issuer's keys: refreshed when a new one appears, not for every unknown one, and kept while it is away. */
    @Bean
    @ConditionalOnMissingBean
    JWKSource<SecurityContext> issuerKeys(IdentityProperties properties, ObjectProvider<MeterRegistry> meters)
            throws MalformedURLException {
        IdentityFailures failures = IdentityFailures.ofKeys(meters.getIfUnique(SimpleMeterRegistry::new));
        return JWKSourceBuilder.create(
                        properties.jwksUri().toURL(),
                        new CountedRetrieval(
                                new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_KEY_SET),
                                failures))
                .cache(KEPT_FRESH, REFRESH_WITHIN)
                .rateLimited(BETWEEN_REFRESHES)
                .retrying(true)
                .outageTolerant(KEPT_IN_OUTAGE)
                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    AccessTokens accessTokens(JWKSource<SecurityContext> keys, IdentityProperties properties, Clock clock) {
        return new CachedTokens(new VerifiedTokens(keys, properties, clock), properties.cached(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    GuestTokens guestTokens(GuestTokenProperties properties, Clock clock) {
        return new GuestTokens(properties.keys(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Permissions permissions() throws IOException {
        ClassPathResource table = new ClassPathResource("permissions.yml");
        if (!table.exists()) {
            return new Permissions(List.of());
        }
        try (InputStream yaml = table.getInputStream()) {
            return PermissionTable.read(yaml);
        }
    }

    @Bean
    SecurityFilterChain statelessChain(
            AccessTokens tokens, GuestTokens guestTokens, HttpProperties http, ProblemWriter problems) {
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new ActorFilter(new Callers(tokens, guestTokens), problems),
                new BodyLimitFilter(http, problems));
    }

    /** Under this name the filter is registered by Boot, on the management port too. */
    @Bean
    FilterChainProxy springSecurityFilterChain(SecurityFilterChain chain, ProblemWriter writer, Problems problems) {
        FilterChainProxy proxy = new FilterChainProxy(chain);
        proxy.setRequestRejectedHandler(
                (request, response, rejected) -> writer.write(request, response, problems.of(rejected)));
        return proxy;
    }

    /** Nobody signs in here, so Boot must not invent a user. */
    @Bean
    AuthenticationManager nobodySignsInHere() {
        return authentication -> {
            throw new IllegalStateException("services verify tokens and sign nobody in");
        };
    }

    @Bean
    HandlerMethodArgumentResolver actorArgument() {
        return new ActorArgument();
    }
}
