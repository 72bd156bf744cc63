package io.niaga.fulfillment.reservation;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Optional;

/** What the warehouse does with what was promised: take it from the shelf, hand it over, or find that it is not there. */
@UseCase
public final class PickReservation {
    private static final int TRIES = 20;
    private final Reservations reservations;
    private final RollingForward rolling;
    private final Clock clock;

    public PickReservation(Reservations reservations, RollingForward rolling, Clock clock) {
        this.reservations = reservations;
        this.rolling = rolling;
        this.clock = clock;
    }

    /** From here nobody can release it, or send it elsewhere. Empty: it is not committed (any more). */
    public Optional<Reservation> start(ReservationId id) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Reservation> known = reservations.find(id);
            if (known.isEmpty() || known.get().state() != ReservationState.COMMITTED) {
                return known.filter(r -> isStarted(r.state()));
            }
            Optional<Reservation> picking =
                    reservations.replace(known.get().in(ReservationState.PICKING, clock.instant()));
            if (picking.isPresent()) {
                return picking;
            }
        }
        throw ReservationProblem.busy(id);
    }

    /** Books the units out of the warehouse, once. False: they were not being picked. */
    public boolean consume(ReservationId id) {
        for (int tries = 0; tries < TRIES; tries++) {
            Reservation known = reservations.find(id).orElse(null);
            if (known == null || !isStarted(known.state())) {
                return false;
            }
            if (known.state() == ReservationState.CONSUMED) {
                return true;
            }
            Optional<Reservation> consuming = known.state() == ReservationState.CONSUMING
                    ? Optional.of(known)
                    : reservations.replace(known.in(ReservationState.CONSUMING, clock.instant()));
            consuming.ifPresent(mine -> rolling.finish(mine, clock.instant()));
        }
        throw ReservationProblem.busy(id);
    }

    /**
     * Ends it at the shelves: what is missing is booked out of the stock, the rest given back, once. False: it was not being
     * picked.
     */
    public boolean runShort(ReservationId id, Missing missing) {
        for (int tries = 0; tries < TRIES; tries++) {
            Reservation known = reservations.find(id).orElse(null);
            if (known == null || !(known.state() == ReservationState.PICKING || missing.equals(known.missing()))) {
                return false;
            }
            if (known.state() == ReservationState.RELEASED) {
                return true;
            }
            Optional<Reservation> giving = known.state() == ReservationState.RELEASING
                    ? Optional.of(known)
                    : reservations.replace(known.runningShort(missing, clock.instant()));
            giving.ifPresent(mine -> rolling.finish(mine, clock.instant()));
        }
        throw ReservationProblem.busy(id);
    }

    private static boolean isStarted(ReservationState state) {
        return switch (state) {
            case PICKING, CONSUMING, CONSUMED -> true;
            case PENDING, REFUSED, HELD, COMMITTED, RELEASING, RELEASED -> false;
        };
    }
}
