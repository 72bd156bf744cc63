package io.niaga.fulfillment.reservation;

import io.niaga.types.UseCase;
import java.util.Optional;

/**
 * Sends what is held somewhere else, as long as nobody is picking it. The reservation decides; copies follow, at the latest
 * when picking begins.
 */
@UseCase
public final class ChangeAddress {
    private static final int TRIES = 20;
    private final Reservations reservations;
    private final AddressCopies copies;

    public ChangeAddress(Reservations reservations, AddressCopies copies) {
        this.reservations = reservations;
        this.copies = copies;
    }

    public Reservation change(ReservationId id, Fence fence, Address address) {
        for (int tries = 0; tries < TRIES; tries++) {
            Reservation known = reservations.find(id).orElseThrow(() -> notHeld(id));
            if (known.fence().isAbove(fence)) {
                throw ReservationProblem.fenced(known);
            }
            Optional<Reservation> changed = step(known, fence, address);
            if (changed.isPresent()) {
                copies.follow(id);
                return changed.get();
            }
        }
        throw ReservationProblem.busy(id);
    }

    private Optional<Reservation> step(Reservation known, Fence fence, Address address) {
        return switch (known.state()) {
            case HELD, COMMITTED -> {
                Reservation wanted = known.to(address).fenced(fence);
                yield wanted.equals(known) ? Optional.of(known) : reservations.replace(wanted);
            }
            case PICKING, CONSUMING, CONSUMED -> {
                if (known.order() != null && known.order().address().equals(address)) {
                    // The answer to the command that did it may have been lost.
                    yield Optional.of(known);
                }
                throw ReservationProblem.RESERVATION_IN_PICKING.with(
                        "reservation", known.id().value());
            }
            case PENDING, REFUSED, RELEASING, RELEASED -> throw notHeld(known.id());
        };
    }

    private static RuntimeException notHeld(ReservationId id) {
        return ReservationProblem.RESERVATION_NOT_HELD.with("reservation", id.value());
    }
}
