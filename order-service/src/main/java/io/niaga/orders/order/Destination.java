package io.niaga.orders.order;

import io.niaga.orders.quote.Address;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes.
 *
 * @param address the one agreed on, or the last one that took its place
 * @param wanted another one that was decided on and that the warehouse has not confirmed yet
 */
public record Destination(Address address, @Nullable Address wanted) {
    public static Destination of(Address address) {
        return new Destination(address, null);
    }

    public Optional<Address> pending() {
        return Optional.ofNullable(wanted);
    }

    Destination wanting(Address other) {
        return new Destination(address, other);
    }

    /** The warehouse took the other one, or did not. */
    Destination settled(boolean taken) {
        return of(taken && wanted != null ? wanted : address);
    }
}
