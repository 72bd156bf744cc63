package io.niaga.fulfillment.reservation;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes all units of an order, or none. Asking again is safe: what is held is answered, what was left unfinished is taken
 * over, what was released is reopened by a higher fence only.
 */
@UseCase
public final class Reserve {
    private static final int TRIES = 5;
    private final Reservations reservations;
    private final Taking taking;
    private final RollingForward rolling;
    private final RowOperations rows;
    private final Clock clock;

    public Reserve(Reservations reservations, Taking taking, RollingForward rolling, RowOperations rows, Clock clock) {
        this.reservations = reservations;
        this.taking = taking;
        this.rolling = rolling;
        this.rows = rows;
        this.clock = clock;
    }

    public Reservation reserve(ReserveCommand command) {
        Instant now = clock.instant();
        Reservation asked = Reservation.asked(command.id(), command.fence(), command.order(), now);
        Optional<Reservation> begun = reservations.insert(taking.planned(asked, command, now));
        if (begun.isPresent()) {
            return taking.take(begun.get(), command, now);
        }
        for (int tries = 0; tries < TRIES; tries++) {
            Reservation known =
                    reservations.find(command.id()).orElseThrow(() -> ReservationProblem.busy(command.id()));
            Optional<Reservation> answer = again(known, command, now);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw ReservationProblem.busy(command.id());
    }

    /** Empty: it changed in between, look again. */
    private Optional<Reservation> again(Reservation known, ReserveCommand command, Instant now) {
        if (known.fence().isAbove(command.fence())) {
            throw ReservationProblem.fenced(known);
        }
        return switch (known.state()) {
            case HELD, COMMITTED, PICKING, CONSUMING, CONSUMED -> fenced(known, command.fence());
            case PENDING -> takeOver(known, command, now);
            case REFUSED -> {
                if (!command.fence().isAbove(known.fence())) {
                    throw ReservationProblem.soldOut(known.shortage());
                }
                yield reopen(known, command, now);
            }
            case RELEASING -> {
                requireAbove(known, command);
                rolling.finish(known, now);
                yield Optional.empty();
            }
            case RELEASED -> {
                requireAbove(known, command);
                yield reopen(known, command, now);
            }
        };
    }

    private static void requireAbove(Reservation released, ReserveCommand command) {
        if (!command.fence().isAbove(released.fence())) {
            throw ReservationProblem.fenced(released);
        }
    }

    private Optional<Reservation> fenced(Reservation known, Fence fence) {
        return fence.isAbove(known.fence()) ? reservations.replace(known.fenced(fence)) : Optional.of(known);
    }

    /** The attempt becomes this caller's first; only then is it safe to undo what earlier ones took. */
    private Optional<Reservation> takeOver(Reservation known, ReserveCommand command, Instant now) {
        return reservations
                .replace(known.fenced(command.fence()).nextAttempt(now))
                .flatMap(mine -> {
                    rows.undo(mine, name -> name.isBefore(mine.attempt()), now);
                    return reservations.replace(taking.planned(mine, command, now));
                })
                .map(mine -> taking.take(mine, command, now));
    }

    /** What is left of its earlier life goes first, by name, so that nothing of it is mistaken for the new one's. */
    private Optional<Reservation> reopen(Reservation known, ReserveCommand command, Instant now) {
        rows.undo(known, name -> true, now);
        rows.forgetRolled(known);
        Reservation next =
                known.fenced(command.fence()).knowing(command.order()).nextAttempt(now);
        return reservations.replace(taking.planned(next, command, now)).map(mine -> taking.take(mine, command, now));
    }
}
