package io.niaga.reporting.conversion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one session did on one day of its store. A deed that was told before changes nothing. Immutable, and bounded: what
 * exceeds {@link #MOST} deeds a day is not a shopper's and is not counted.
 *
 * @param seen the ids of the deeds so far
 * @param orders what it says it placed
 */
public record Visit(Set<Long> seen, long productViews, long cartAdds, List<String> orders) {
    public static final int MOST = 500;
    public static final Visit NONE = new Visit(Set.of(), 0, 0, List.of());

    public Visit {
        seen = Set.copyOf(seen);
        orders = List.copyOf(orders);
    }

    public Visit with(List<Deed> deeds) {
        Set<Long> known = new HashSet<>(seen);
        Set<String> placed = new LinkedHashSet<>(orders);
        long views = productViews;
        long adds = cartAdds;
        for (Deed deed : deeds) {
            if (known.size() < MOST && known.add(deed.id())) {
                views += deed.kind() == Deed.Kind.PRODUCT_VIEW ? 1 : 0;
                adds += deed.kind() == Deed.Kind.CART_ADD ? 1 : 0;
                String order = deed.orderId();
                if (order != null) {
                    placed.add(order);
                }
            }
        }
        return known.size() == seen.size() ? this : new Visit(known, views, adds, new ArrayList<>(placed));
    }
}
