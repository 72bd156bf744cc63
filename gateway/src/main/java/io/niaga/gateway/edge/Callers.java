package io.niaga.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Names the caller whose quota a request uses: the client of a client-credentials token, else the user, else the
 * address (of IPv6 the network, a /64). A token that does not verify names nobody; refusing it is the service's business. A
 * cart's token is no name either: a new one costs one call, so it would be a way around the quota.
 *
 * <p>Verified tokens are remembered by their hash for at most a minute and never past their expiry.
 */
public final class Callers {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TOKEN = 8192;
    private static final int NETWORK_BYTES = 8;
    private final ReactiveJwtDecoder decoder;
    private final int trustedProxies;
    private final Cache<String, Known> known;

    private record Known(String name, Instant expires) {}

    public Callers(ReactiveJwtDecoder decoder, int trustedProxies, Clock clock) {
        this.decoder = decoder;
        this.trustedProxies = trustedProxies;
        this.known = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfter(Expiry.<String, Known>creating((k, v) -> lifetime(clock.instant(), v)))
                .build();
    }

    private static Duration lifetime(Instant now, Known token) {
        Duration left = Duration.between(now, token.expires());
        return left.compareTo(Duration.ofMinutes(1)) > 0
                ? Duration.ofMinutes(1)
                : left.isNegative() ? Duration.ZERO : left;
    }

    Mono<String> of(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith(BEARER) || header.length() > LONGEST_TOKEN) {
            return Mono.just(line(request));
        }
        String token = header.substring(BEARER.length());
        String hash = hash(token);
        Known seen = known.getIfPresent(hash);
        if (seen != null) {
            return Mono.just(seen.name());
        }
        return decoder.decode(token)
                .map(jwt -> remember(hash, jwt))
                .onErrorResume(e -> Mono.empty())
                .switchIfEmpty(Mono.fromSupplier(() -> line(request)));
    }

    private String remember(String hash, Jwt jwt) {
        // Only a person signs in to a session; a client that speaks for itself has none.
        String name = jwt.hasClaim("sid") ? "user:" + jwt.getSubject() : "client:" + jwt.getClaimAsString("azp");
        Instant expires = jwt.getExpiresAt();
        if (expires != null) {
            known.put(hash, new Known(name, expires));
        }
        return name;
    }

    /** The address, or all of those that a customer's line has: with IPv6 each has 2^64, and would have as many quotas. */
    private String line(ServerHttpRequest request) {
        String address = address(request);
        if (address.indexOf(':') < 0) {
            return "address:" + address;
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return "address:"
                    + (parsed instanceof Inet6Address
                            ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES) + "/64"
                            : parsed.getHostAddress());
        } catch (IllegalArgumentException somethingElse) {
            return "address:" + address;
        }
    }

    String address(ServerHttpRequest request) {
        List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::strip)
                .toList();
        // The last entries were appended by proxies we trust; what stands before them is the client's own claim.
        if (trustedProxies > 0 && forwarded.size() >= trustedProxies) {
            return forwarded.get(forwarded.size() - trustedProxies);
        }
        var remote = request.getRemoteAddress();
        return remote == null ? "unknown" : remote.getAddress().getHostAddress();
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
