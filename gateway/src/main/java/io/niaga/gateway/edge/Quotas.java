package io.niaga.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;

/**
 * One token bucket per caller and class, in this process: with n gateways a caller has up to n times the quota.
 * Bounded to 200,000 buckets; an idle one is forgotten after two minutes, when it would be full again anyway.
 */
public final class Quotas {
    static final Duration WINDOW = Duration.ofMinutes(1);
    private final Map<QuotaClass, Integer> perMinute;
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    private record Key(QuotaClass quota, String caller) {}

    /** What a request was answered: {@code remaining} in this window, {@code pause} when it was refused. */
    record Decision(boolean allowed, int quota, long remaining, Duration pause, Duration reset) {}

    public Quotas(Map<QuotaClass, Integer> perMinute) {
        this.perMinute = Map.copyOf(perMinute);
    }

    Decision take(QuotaClass quota, String caller) {
        int limit = perMinute.getOrDefault(quota, Integer.MAX_VALUE);
        ConsumptionProbe probe =
                buckets.get(new Key(quota, caller), k -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        return new Decision(
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private static Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(b -> b.capacity(limit).refillGreedy(limit, WINDOW))
                .build();
    }
}
