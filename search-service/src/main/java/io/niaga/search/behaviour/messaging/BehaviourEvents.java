package io.niaga.search.behaviour.messaging;

import io.niaga.events.behaviour.CartAddedV1;
import io.niaga.events.behaviour.CartRemovedV1;
import io.niaga.events.behaviour.ProductSearchedV1;
import io.niaga.events.behaviour.ProductViewedV1;
import io.niaga.events.behaviour.RecommendationClickedV1;
import io.niaga.events.behaviour.RecommendationShownV1;
import io.niaga.events.behaviour.ResultClickedV1;
import io.niaga.events.behaviour.SessionOrderedV1;
import io.niaga.search.behaviour.Behaviour;
import io.niaga.search.behaviour.BehaviourType;
import io.niaga.search.behaviour.Visit;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Behaviour as the contracts say it. */
final class BehaviourEvents {
    private BehaviourEvents() {}

    /** An event's wire name and body. */
    record Event(String type, Object body) {}

    static Event of(Visit visit, Behaviour b) {
        UserId person = visit.user();
        Who who = new Who(
                visit.store().value(), visit.session().toString(), person == null ? null : person.value(), b.at());
        return switch (b.type().subject()) {
            case QUERY ->
                new Event(
                        ProductSearchedV1.TYPE,
                        new ProductSearchedV1(who.store, who.session, who.user, said(b.query()), who.at));
            case ORDER ->
                new Event(
                        SessionOrderedV1.TYPE,
                        new SessionOrderedV1(who.store, who.session, who.user, said(b.orderId()), who.at));
            case PRODUCT -> new Event(type(b.type()), body(who, b, said(b.productId())));
        };
    }

    private record Who(
            String store, String session, @Nullable String user, Instant at) {}

    private static String type(BehaviourType type) {
        return switch (type) {
            case PRODUCT_VIEWED -> ProductViewedV1.TYPE;
            case RESULT_CLICKED -> ResultClickedV1.TYPE;
            case ADDED_TO_CART -> CartAddedV1.TYPE;
            case REMOVED_FROM_CART -> CartRemovedV1.TYPE;
            case RECOMMENDATION_SHOWN -> RecommendationShownV1.TYPE;
            case RECOMMENDATION_CLICKED -> RecommendationClickedV1.TYPE;
            case SEARCHED -> ProductSearchedV1.TYPE;
            case ORDER_PLACED -> SessionOrderedV1.TYPE;
        };
    }

    private static Object body(Who w, Behaviour b, String product) {
        String sku = b.sku();
        return switch (b.type()) {
            case PRODUCT_VIEWED -> new ProductViewedV1(w.store, w.session, w.user, product, sku, w.at);
            case RESULT_CLICKED -> new ResultClickedV1(w.store, w.session, w.user, b.query(), product, sku, w.at);
            case ADDED_TO_CART -> new CartAddedV1(w.store, w.session, w.user, product, sku, w.at);
            case REMOVED_FROM_CART -> new CartRemovedV1(w.store, w.session, w.user, product, sku, w.at);
            case RECOMMENDATION_SHOWN -> new RecommendationShownV1(w.store, w.session, w.user, product, sku, w.at);
            case RECOMMENDATION_CLICKED -> new RecommendationClickedV1(w.store, w.session, w.user, product, sku, w.at);
            case SEARCHED, ORDER_PLACED -> throw new IllegalArgumentException(b.type() + " is about no product");
        };
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNull(text);
    }
}
