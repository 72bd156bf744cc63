package io.niaga.fulfillment.reservation;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Gives back what an order has, unless somebody is already picking it; an unknown id stays released for ever after. */
@UseCase
public final class ReleaseReservation {
    private static final int TRIES = 20;
    private final Reservations reservations;
    private final RollingForward rolling;
    private final RowOperations rows;
    private final Clock clock;

    public ReleaseReservation(Reservations reservations, RollingForward rolling, RowOperations rows, Clock clock) {
        this.reservations = reservations;
        this.rolling = rolling;
        this.rows = rows;
        this.clock = clock;
    }

    public Reservation release(ReservationId id, Fence fence) {
        Instant now = clock.instant();
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Reservation> known = reservations.find(id);
            Optional<Reservation> answer = known.isEmpty()
                    ? reservations.insert(Reservation.tombstone(id, fence, now))
                    : step(known.get(), fence, now);
            if (answer.isPresent() && answer.get().state() == ReservationState.RELEASED) {
                return answer.get();
            }
        }
        throw ReservationProblem.busy(id);
    }

    /** Empty, or not released yet: look again. */
    private Optional<Reservation> step(Reservation known, Fence fence, Instant now) {
        if (known.fence().isAbove(fence)) {
            throw ReservationProblem.fenced(known);
        }
        return switch (known.state()) {
            case PENDING, REFUSED -> withdraw(known, fence, now);
            case HELD, COMMITTED ->
                reservations
                        .replace(known.in(ReservationState.RELEASING, now).fenced(fence))
                        .map(mine -> rolling.finish(mine, now));
            case RELEASING ->
                fence.isAbove(known.fence())
                        ? reservations.replace(known.fenced(fence)).map(mine -> rolling.finish(mine, now))
                        : Optional.of(rolling.finish(known, now));
            case RELEASED ->
                fence.isAbove(known.fence()) ? reservations.replace(known.fenced(fence)) : Optional.of(known);
            case PICKING, CONSUMING, CONSUMED ->
                throw ReservationProblem.RESERVATION_IN_PICKING.with(
                        "reservation", known.id().value());
        };
    }

    private Optional<Reservation> withdraw(Reservation known, Fence fence, Instant now) {
        Optional<Reservation> withdrawn = reservations.replace(known.withdrawn(fence, now));
        withdrawn.ifPresent(mine -> rows.undo(mine, name -> true, now));
        return withdrawn;
    }
}
