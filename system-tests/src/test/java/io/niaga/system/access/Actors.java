package io.niaga.system.access;

import io.niaga.testsupport.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Every kind of caller, with real tokens of the real identity server; one is signed in again before its token ends. */
final class Actors {
    static final String EXPIRED = "expired";
    static final String GUEST = "guest";
    static final String OTHER_GUEST = "other-guest";

    /** Who shows no token of a person or a client. */
    static final List<String> UNKNOWN = List.of("nobody", EXPIRED, GUEST, OTHER_GUEST);

    static final List<String> ALL = List.of(
            "nobody",
            EXPIRED,
            GUEST,
            OTHER_GUEST,
            "buyer",
            "other-buyer",
            "seller",
            "warehouse",
            "support",
            "marketer",
            "analyst",
            "administrator",
            "elsewhere",
            "operator",
            "partner",
            "service");

    private static final Duration KEPT = Duration.ofMinutes(4);

    /** A token of one second, the skew that services allow, and a moment. */
    private static final Duration LIFE_AND_SKEW = Duration.ofSeconds(32);

    private record Signed(String token, Instant since) {}

    private final Api gateway;
    private final Map<String, Supplier<String>> signIns = new ConcurrentHashMap<>();
    private final Map<String, Signed> signedIn = new ConcurrentHashMap<>();
    private final Map<String, Api> guests = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> guestTokens = new ConcurrentHashMap<>();

    Actors(Site site) {
        this.gateway = site.gateway();
        guests.put("nobody", gateway);
    }

    void signsIn(String actor, Supplier<String> token) {
        signIns.put(actor, token);
    }

    void isGuest(String actor, Shopper shopper) {
        guests.put(actor, shopper.api());
        guestTokens.put(actor, shopper.tokens());
    }

    Api of(String actor) {
        Api guest = guests.get(actor);
        return guest == null ? gateway.as(token(actor)) : guest;
    }

    /** The headers by which somebody is known. */
    Map<String, String> credentials(String actor) {
        if (actor.equals("nobody")) {
            return Map.of();
        }
        return guests.containsKey(actor)
                ? java.util.Objects.requireNonNull(guestTokens.get(actor))
                : Map.of("Authorization", "Bearer " + token(actor));
    }

    String token(String actor) {
        return signedIn.compute(actor, (name, known) -> known != null && isFresh(known, name) ? known : signIn(name))
                .token();
    }

    /** Until the ended token has ended by every service's clock. */
    void awaitExpiry() throws InterruptedException {
        token(EXPIRED);
        Instant ended =
                java.util.Objects.requireNonNull(signedIn.get(EXPIRED)).since().plus(LIFE_AND_SKEW);
        Duration left = Duration.between(Instant.now(), ended);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    private static boolean isFresh(Signed known, String name) {
        return name.equals(EXPIRED) || known.since().plus(KEPT).isAfter(Instant.now());
    }

    private Signed signIn(String name) {
        Supplier<String> signIn = signIns.get(name);
        if (signIn == null) {
            throw new IllegalArgumentException("nobody is called " + name);
        }
        return new Signed(signIn.get(), Instant.now());
    }
}
