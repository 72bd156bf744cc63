package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.shipment.ReportShortage;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.Quantity;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.util.List;

/**
 * What is not there to be picked, by the fulfillment's lines.
 *
 * @param reason why it is not there; either way it leaves the stock
 */
record ShortageJson(
        @ArraySchema(minItems = 1, maxItems = MOST_LINES) List<LineJson> lines, Why reason) {
    private static final int MOST_LINES = 1000;

    enum Why {
        NOT_FOUND,
        DAMAGED
    }

    ShortageJson {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("a shortage has 1 to " + MOST_LINES + " lines");
        }
        if (lines.stream().map(LineJson::place).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("a line is named once per warehouse");
        }
    }

    List<ReportShortage.Line> toLines() {
        return lines.stream().map(LineJson::toLine).toList();
    }

    /** @param warehouseId where it should have been; a line may come from several */
    record LineJson(int line, String warehouseId, Quantity quantity) {
        LineJson {
            WarehouseId.of(warehouseId);
            if (quantity.isZero()) {
                throw new IllegalArgumentException("what is missing is at least one unit");
            }
        }

        private String place() {
            return line + " " + warehouseId;
        }

        ReportShortage.Line toLine() {
            return new ReportShortage.Line(line, WarehouseId.of(warehouseId), quantity);
        }
    }
}
