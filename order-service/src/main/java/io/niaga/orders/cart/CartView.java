package io.niaga.orders.cart;

import io.niaga.orders.offer.Availability;
import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.Offers;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cart with the prices and the availability of this moment. What cannot be bought any more is shown, but not counted.
 *
 * @param degraded the catalog could not be asked: prices are those the buyer saw last
 */
public record CartView(Cart cart, List<Item> items, Money total, List<Notice> notices, boolean degraded) {
    /** A line as it is now. */
    public record Item(CartItem line, Offer offer, Availability availability) {
        public Money total() {
            return offer.unitPrice().times(line.quantity());
        }
    }

    /** Prices null: they could not be had. */
    public static CartView of(Cart cart, @Nullable Offers offers, Map<Sku, Availability> availability) {
        List<Item> items = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        Money total = Money.zero(cart.shop().currency());
        for (CartItem line : cart.items()) {
            Optional<Offer> now = offers == null ? Optional.of(line.seen()) : offers.published(line.sku());
            Item item =
                    new Item(line, now.orElse(line.seen()), availability.getOrDefault(line.sku(), Availability.OUT));
            items.add(item);
            if (now.isPresent()) {
                total = total.plus(item.total());
                notices.addAll(about(item));
            } else {
                notices.add(Notice.of(Notice.Code.UNPUBLISHED, line.sku()));
            }
        }
        boolean degraded = offers == null && !cart.items().isEmpty();
        return new CartView(cart, List.copyOf(items), total, List.copyOf(notices), degraded);
    }

    /** With more that the buyer should know. */
    CartView with(List<Notice> more) {
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(more);
        return new CartView(cart, items, total, List.copyOf(all), degraded);
    }

    private static List<Notice> about(Item item) {
        List<Notice> notices = new ArrayList<>();
        Money seen = item.line().seen().unitPrice();
        if (!seen.equals(item.offer().unitPrice())) {
            notices.add(
                    Notice.priceChanged(item.line().sku(), seen, item.offer().unitPrice()));
        }
        switch (item.availability()) {
            case OUT -> notices.add(Notice.shortOf(item.line().sku(), 0));
            // The warehouses tell that it is low, never how many there are: only a quote knows.
            case LOW -> notices.add(Notice.of(Notice.Code.LOW_STOCK, item.line().sku()));
            case IN_STOCK -> {}
        }
        return notices;
    }
}
