package io.niaga.fulfillment.stock.http;

import io.niaga.fulfillment.stock.Movement;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A movement as staff see it: who moved how many units, and why. */
record MovementJson(
        String id,
        Sku sku,
        StoreId storeId,
        String warehouseId,
        @Schema(pattern = Reason.PATTERN) String reason,
        LevelJson onHand,
        LevelJson safety,
        LevelJson damaged,
        @Nullable String reference,
        String actor,
        @Nullable UserId onBehalfOf,
        Instant at) {

    record LevelJson(int before, int after) {
        static LevelJson of(Movement.Level level) {
            return new LevelJson(level.before(), level.after());
        }
    }

    static MovementJson of(Movement m) {
        return new MovementJson(
                m.id(),
                m.key().sku(),
                m.key().store(),
                m.key().warehouse().value(),
                m.reason().code(),
                LevelJson.of(m.onHand()),
                LevelJson.of(m.safety()),
                LevelJson.of(m.damaged()),
                m.reference(),
                m.actor(),
                m.onBehalfOf(),
                m.at());
    }
}
