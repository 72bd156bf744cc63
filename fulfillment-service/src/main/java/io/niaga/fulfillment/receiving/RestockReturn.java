package io.niaga.fulfillment.receiving;

import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.ReservationProblem;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes back what a return brings, once: asked again it finishes what was left, and answers what is done. */
@UseCase
public final class RestockReturn {
    private static final int TRIES = 20;
    private final Restocks restocks;
    private final Origins origins;
    private final PuttingBack putting;
    private final Clock clock;

    public RestockReturn(Restocks restocks, Origins origins, PuttingBack putting, Clock clock) {
        this.restocks = restocks;
        this.origins = origins;
        this.putting = putting;
        this.clock = clock;
    }

    public Restock restock(Restock.By by, RestockCommand command) {
        Instant now = clock.instant();
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Restock> known = restocks.find(command.id());
            Optional<Restock> mine =
                    known.isEmpty() ? restocks.insert(planned(by, command, now)) : seen(known.get(), command);
            if (mine.isPresent()) {
                return mine.get().isFinished() ? mine.get() : putting.finish(mine.get(), now);
            }
        }
        throw RestockProblem.RESTOCK_BUSY.with("return", command.id().value());
    }

    private Restock planned(Restock.By by, RestockCommand command, Instant now) {
        List<Restock.Part> parts = origins.of(command);
        parts.forEach(putting::requireRoom);
        return new Restock(command.id(), command.order(), command.fence(), RestockState.RESTOCKING, parts, by, now, 0);
    }

    /** Empty: it changed in between, look again. */
    private Optional<Restock> seen(Restock known, RestockCommand command) {
        Fence fence = command.fence();
        if (known.fence().isAbove(fence)) {
            throw ReservationProblem.FENCED.with("fence", known.fence().number());
        }
        if (!known.order().equals(command.order()) || !known.lines().equals(command.lines())) {
            throw RestockProblem.RESTOCK_MISMATCH.with("return", command.id().value());
        }
        return fence.isAbove(known.fence()) ? restocks.replace(known.fenced(fence)) : Optional.of(known);
    }
}
