package io.niaga.search.behaviour;

import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes in what a consenting visitor did. Whoever calls it has made sure of the consent. */
@UseCase
public final class RecordBehaviour {
    public static final int MOST = 50;
    /** A frontend may have been without a network that long. */
    private static final Duration OLDEST = Duration.ofHours(24);
    /** Clocks differ. */
    private static final Duration NEWEST = Duration.ofMinutes(5);

    private final KnownProducts products;
    private final BehaviourStream stream;
    private final Clock clock;

    public RecordBehaviour(KnownProducts products, BehaviourStream stream, Clock clock) {
        this.products = products;
        this.stream = stream;
        this.clock = clock;
    }

    /**
     * What became of a batch.
     *
     * @param unknown about a store without products, or a product that is not on sale in it
     * @param untimely said to be of yesterday or of the future
     */
    public record Outcome(int accepted, int unknown, int untimely) {}

    /** @throws io.niaga.types.ProblemException SERVICE_UNAVAILABLE: nothing was lost that may not be said again */
    public Outcome record(Actor actor, StoreId store, String randomSessionId, List<Behaviour> told) {
        Instant now = clock.instant();
        List<Behaviour> timely = told.stream().filter(b -> isTimely(b, now)).toList();
        List<Behaviour> known = new ArrayList<>();
        if (!timely.isEmpty() && products.hasStore(store)) {
            timely.forEach(behaviour -> resolved(store, behaviour).ifPresent(known::add));
        }
        if (!known.isEmpty()) {
            stream.tell(Visit.of(store, randomSessionId, actor.person().orElse(null)), known);
        }
        return new Outcome(known.size(), timely.size() - known.size(), told.size() - timely.size());
    }

    private static boolean isTimely(Behaviour behaviour, Instant now) {
        return behaviour.at().isAfter(now.minus(OLDEST)) && behaviour.at().isBefore(now.plus(NEWEST));
    }

    private Optional<Behaviour> resolved(StoreId store, Behaviour behaviour) {
        return behaviour.type().subject() == BehaviourType.Subject.PRODUCT
                ? products.find(store, behaviour.productId(), behaviour.sku()).map(behaviour::about)
                : Optional.of(behaviour);
    }
}
