package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;

/**
 * The stock of an order, kept by the warehouse under the order's bits. Each command carries the fence of the order's work; a
 * lower one than the warehouse knows changes nothing. All throw {@link OutcomeUnknown}.
 */
public interface Reservations {
    /** Takes all lines or none: {@link Fact.Reserved} or {@link Fact.SoldOut}. */
    Fact.Answer reserve(Order order);

    /** Promises the stock: {@link Fact.Committed} or {@link Fact.ReservationLost}. */
    Fact.Answer commit(Order order);

    /** Sends it to the address that is wanted: {@link Fact.AddressTaken}, {@link Fact.AddressTooLate} or {@link Fact.AddressUseless}. */
    Fact.Answer redirect(Order order);

    /** Gives it back, known or not: {@link Fact.Released} or {@link Fact.PickingBegan}. */
    Fact.Answer release(Order order);
}
