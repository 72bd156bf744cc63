package io.niaga.fulfillment.warehouse.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.niaga.fulfillment.warehouse.StoreWarehouses;
import io.niaga.fulfillment.warehouse.Warehouse;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A warehouse as clients see it. */
record WarehouseJson(
        String id,
        StoreId storeId,
        String name,
        String countryCode,
        @JsonProperty("default") boolean isDefault) {

    static WarehouseJson of(StoreWarehouses all, Warehouse warehouse) {
        return new WarehouseJson(
                warehouse.id().value(),
                all.store(),
                warehouse.name(),
                warehouse.countryCode(),
                all.isDefault(warehouse.id()));
    }

    /** What is written; {@code default} absent: as it is, and the first of a store is it anyway. */
    record Write(
            StoreId storeId,

            @Schema(minLength = 1, maxLength = Warehouse.LONGEST_NAME)
            String name,

            @Schema(pattern = "[A-Z]{2}") String countryCode,
            @JsonProperty("default") @Nullable Boolean isDefault) {
        private static final WarehouseId ANY = WarehouseId.of("whs_00000000000000000000000000");

        Write {
            // A warehouse checks itself; here, so that the answer is about this request.
            new Warehouse(ANY, name, countryCode);
        }

        Warehouse as(WarehouseId id) {
            return new Warehouse(id, name, countryCode);
        }
    }
}
