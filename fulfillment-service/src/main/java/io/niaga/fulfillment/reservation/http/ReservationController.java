package io.niaga.fulfillment.reservation.http;

import io.niaga.fulfillment.reservation.ChangeAddress;
import io.niaga.fulfillment.reservation.CommitReservation;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.ReleaseReservation;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.fulfillment.reservation.Reserve;
import io.niaga.fulfillment.reservation.ReserveCommand;
import io.niaga.types.CommonProblem;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For order-service alone: see docs/internal-api.md. */
@RestController
class ReservationController {
    private final Reserve reserve;
    private final CommitReservation commit;
    private final ReleaseReservation release;
    private final ChangeAddress address;

    ReservationController(
            Reserve reserve, CommitReservation commit, ReleaseReservation release, ChangeAddress address) {
        this.reserve = reserve;
        this.commit = commit;
        this.release = release;
        this.address = address;
    }

    @PutMapping("/internal/v1/reservations/{id}")
    ReservationJson reserve(@PathVariable ReservationId id, @RequestBody ReservationJson.Wanted wanted) {
        return ReservationJson.of(reserve.reserve(command(id, wanted)));
    }

    private static ReserveCommand command(ReservationId id, ReservationJson.Wanted wanted) {
        try {
            return wanted.toCommand(id);
        } catch (IllegalArgumentException refused) {
            throw CommonProblem.INVALID_REQUEST.now().at("", "INVALID", String.valueOf(refused.getMessage()));
        }
    }

    @PutMapping("/internal/v1/reservations/{id}/commitment")
    ReservationJson commit(@PathVariable ReservationId id, @RequestBody ReservationJson.FenceJson fence) {
        return ReservationJson.of(commit.commit(id, fence.toFence()));
    }

    @PutMapping("/internal/v1/reservations/{id}/address")
    ReservationJson readdress(@PathVariable ReservationId id, @RequestBody ReservationJson.Readdressed wanted) {
        return ReservationJson.of(address.change(id, wanted.toFence(), wanted.toAddress()));
    }

    @DeleteMapping("/internal/v1/reservations/{id}")
    ReservationJson release(@PathVariable ReservationId id, @RequestParam long fence) {
        if (fence < 0) {
            throw CommonProblem.INVALID_PARAMETER.with("parameter", "fence");
        }
        return ReservationJson.of(release.release(id, new Fence(fence)));
    }
}
