package io.niaga.reporting.conversion.messaging;

import io.niaga.events.Topics;
import io.niaga.events.behaviour.CartAddedV1;
import io.niaga.events.behaviour.CartRemovedV1;
import io.niaga.events.behaviour.ProductSearchedV1;
import io.niaga.events.behaviour.ProductViewedV1;
import io.niaga.events.behaviour.RecommendationClickedV1;
import io.niaga.events.behaviour.RecommendationShownV1;
import io.niaga.events.behaviour.ResultClickedV1;
import io.niaga.events.behaviour.SessionOrderedV1;
import io.niaga.messaging.Envelope;
import io.niaga.messaging.Received;
import io.niaga.messaging.Subscription;
import io.niaga.reporting.conversion.Deed;
import io.niaga.reporting.conversion.Deed.Kind;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears what sessions did, poll by poll. Events are known by their ids, so twice is once and late is no harm while the day is
 * open; the sequences of behaviour do not rise and are not looked at.
 */
public final class VisitListener {
    private final Consumer<List<Deed>> visits;

    public VisitListener(Consumer<List<Deed>> visits) {
        this.visits = visits;
    }

    public Subscription behaviour() {
        return Subscription.to(Topics.BEHAVIOUR)
                .as("reporting-behaviour")
                .on(ProductViewedV1.TYPE, ProductViewedV1.class)
                .on(ProductSearchedV1.TYPE, ProductSearchedV1.class)
                .on(ResultClickedV1.TYPE, ResultClickedV1.class)
                .on(CartAddedV1.TYPE, CartAddedV1.class)
                .on(CartRemovedV1.TYPE, CartRemovedV1.class)
                .on(RecommendationShownV1.TYPE, RecommendationShownV1.class)
                .on(RecommendationClickedV1.TYPE, RecommendationClickedV1.class)
                .on(SessionOrderedV1.TYPE, SessionOrderedV1.class)
                .batch(this::receive)
                .gathering()
                .build();
    }

    private void receive(List<Received> events) {
        visits.accept(events.stream()
                .flatMap(event -> deed(event.envelope(), event.body()).stream())
                .toList());
    }

    private static Optional<Deed> deed(Envelope envelope, @Nullable Object body) {
        return switch (body) {
            case ProductViewedV1 e -> deed(envelope, e.storeId(), e.at(), Kind.PRODUCT_VIEW);
            case CartAddedV1 e -> deed(envelope, e.storeId(), e.at(), Kind.CART_ADD);
            case ProductSearchedV1 e -> deed(envelope, e.storeId(), e.at(), Kind.OTHER);
            case ResultClickedV1 e -> deed(envelope, e.storeId(), e.at(), Kind.OTHER);
            case CartRemovedV1 e -> deed(envelope, e.storeId(), e.at(), Kind.OTHER);
            case RecommendationShownV1 e -> deed(envelope, e.storeId(), e.at(), Kind.OTHER);
            case RecommendationClickedV1 e -> deed(envelope, e.storeId(), e.at(), Kind.OTHER);
            case SessionOrderedV1 e ->
                Optional.of(new Deed(
                        StoreId.of(e.storeId()), envelope.key(), e.at(), id(envelope), Kind.ORDER, e.orderId()));
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Deed> deed(Envelope envelope, String store, Instant at, Kind kind) {
        return Optional.of(new Deed(StoreId.of(store), envelope.key(), at, id(envelope), kind, null));
    }

    /** Half of the event's id; that two of a session's few hundred deeds share it is not to be expected. */
    private static long id(Envelope envelope) {
        return TypeId.parse("evt", envelope.id()).uuid().getMostSignificantBits();
    }
}
