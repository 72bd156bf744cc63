package io.niaga.service.idempotency;

import io.niaga.service.problem.ProblemStatus;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a request have its effect once, however often it is sent.
 *
 * <p>The first request with a key claims it and the id of its resource, works, and marks the claim done. A repetition with the
 * same body is answered from the resource as it is now; with another body it is refused (422); while the first one runs it is
 * refused (409). After a crash or a failure of ours the next one resumes with the same id, so work must be derived from the
 * id it is given. A refusal (4xx) frees the key unless the call keeps refusals. Kept for 24 hours.
 */
public final class Idempotency {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int ATTEMPTS = 3;

    private final Claims claims;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(Claims claims, JsonMapper json, Clock clock) {
        this.claims = claims;
        this.json = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        this.clock = clock;
    }

    /**
     * Performs the call, or finds out what an earlier one led to.
     *
     * @param perform does the work for the resource of the given id; may be called again with the same id
     * @param reload reads the resource of the given id
     */
    public <T> IdempotentOutcome<T> run(IdempotencyCall call, Function<String, T> perform, Function<String, T> reload) {
        if (call.key() == null) {
            if (call.required()) {
                throw CommonProblem.IDEMPOTENCY_KEY_REQUIRED.now();
            }
            return new IdempotentOutcome<>(perform.apply(call.candidate()), false);
        }
        Claim fresh = freshClaim(call, call.key());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (claims.insert(fresh)) {
                return new IdempotentOutcome<>(work(call, fresh, perform), false);
            }
            Optional<Claim> found = claims.find(fresh.id());
            if (found.isPresent()) {
                IdempotentOutcome<T> outcome = follow(call, fresh, found.get(), perform, reload);
                if (outcome != null) {
                    return outcome;
                }
            }
        }
        throw CommonProblem.IDEMPOTENCY_IN_PROGRESS.now();
    }

    /**
     * What an earlier request with this key was about, if there was one: for a call that has to ask others for its candidate, as a
     * repetition need not. Whether it is a repetition is for {@link #run} to find out.
     */
    public Optional<String> earlier(@Nullable IdempotencyKey key, Actor actor, String route) {
        if (key == null) {
            throw CommonProblem.IDEMPOTENCY_KEY_REQUIRED.now();
        }
        IdempotencyCall call = IdempotencyCall.required(key, actor, route, null, "");
        return claims.find(id(call, key))
                .filter(claim -> claim.expiresAt().isAfter(clock.instant()))
                .map(Claim::resource);
    }

    /** Null when the claim changed under our hands. */
    private <T> @Nullable IdempotentOutcome<T> follow(
            IdempotencyCall call, Claim fresh, Claim found, Function<String, T> perform, Function<String, T> reload) {
        Instant now = clock.instant();
        if (!found.expiresAt().isAfter(now)) {
            return claims.replace(found, fresh) ? new IdempotentOutcome<>(work(call, fresh, perform), false) : null;
        }
        if (!found.fingerprint().equals(fresh.fingerprint())) {
            throw CommonProblem.IDEMPOTENCY_KEY_REUSED.now();
        }
        if (found.done()) {
            return new IdempotentOutcome<>(reload.apply(found.resource()), true);
        }
        if (found.leaseUntil().isAfter(now)) {
            throw CommonProblem.IDEMPOTENCY_IN_PROGRESS.now();
        }
        Claim resumed = found.heldBy(fresh.holder(), now.plus(LEASE));
        return claims.replace(found, resumed) ? new IdempotentOutcome<>(work(call, resumed, perform), false) : null;
    }

    private <T> T work(IdempotencyCall call, Claim claim, Function<String, T> perform) {
        T value;
        try {
            value = perform.apply(claim.resource());
        } catch (ProblemException refusal) {
            settle(call, claim, refusal);
            throw refusal;
        } catch (RuntimeException | Error failure) {
            quietly(failure, () -> claims.lapse(claim));
            throw failure;
        }
        claims.finish(claim);
        return value;
    }

    private void settle(IdempotencyCall call, Claim claim, ProblemException refusal) {
        if (ProblemStatus.of(refusal.problem().kind()) >= 500) {
            quietly(refusal, () -> claims.lapse(claim));
        } else if (call.keepsRefusals()) {
            claims.finish(claim);
        } else {
            quietly(refusal, () -> claims.release(claim));
        }
    }

    /** The failure at hand is what the caller must hear; a lease that could not be given back lapses by itself. */
    private static void quietly(Throwable failure, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private static String id(IdempotencyCall call, IdempotencyKey key) {
        return Fingerprint.of(call.caller(), call.route(), key.value());
    }

    private Claim freshClaim(IdempotencyCall call, IdempotencyKey key) {
        Instant now = clock.instant();
        String body = call.body() == null ? "" : json.writeValueAsString(call.body());
        return new Claim(
                id(call, key),
                Fingerprint.of(body),
                call.candidate(),
                UUID.randomUUID().toString(),
                false,
                now.plus(LEASE),
                now.plus(KEPT));
    }
}
