package io.niaga.fulfillment.reservation;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Optional;

/** Promises what is held to its order. No units move. */
@UseCase
public final class CommitReservation {
    private static final int TRIES = 20;
    private final Reservations reservations;
    private final Clock clock;

    public CommitReservation(Reservations reservations, Clock clock) {
        this.reservations = reservations;
        this.clock = clock;
    }

    public Reservation commit(ReservationId id, Fence fence) {
        for (int tries = 0; tries < TRIES; tries++) {
            Reservation known = reservations.find(id).orElseThrow(() -> notHeld(id));
            if (known.fence().isAbove(fence)) {
                throw ReservationProblem.fenced(known);
            }
            Optional<Reservation> answer = step(known, fence);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw ReservationProblem.busy(id);
    }

    private Optional<Reservation> step(Reservation known, Fence fence) {
        return switch (known.state()) {
            case HELD ->
                reservations.replace(
                        known.in(ReservationState.COMMITTED, clock.instant()).fenced(fence));
            case COMMITTED, PICKING, CONSUMING, CONSUMED ->
                fence.isAbove(known.fence()) ? reservations.replace(known.fenced(fence)) : Optional.of(known);
            case PENDING, REFUSED, RELEASING, RELEASED -> throw notHeld(known.id());
        };
    }

    private static RuntimeException notHeld(ReservationId id) {
        return ReservationProblem.RESERVATION_NOT_HELD.with("reservation", id.value());
    }
}
