package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.carrier.Carriers;
import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.shipment.ReceiveBack;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the warehouse says about its work. */
final class FulfillmentWork {
    private static final int HEAVIEST_GRAMS = 1_000_000;
    private static final int MOST_LINES = 1000;

    private FulfillmentWork() {}

    /** What was taken from the shelves; without lines, picking only begins. */
    record Picking(
            @Nullable @ArraySchema(minItems = 1, maxItems = MOST_LINES)
            List<PickedLine> lines) {
        Picking {
            if (lines != null && (lines.isEmpty() || lines.size() > MOST_LINES)) {
                throw new IllegalArgumentException("a pick has 1 to " + MOST_LINES + " lines");
            }
            if (lines != null) {
                // There can be too many of a SKU in all its lines; here, so that the answer is about this request.
                units(lines);
            }
        }

        static Map<Sku, Quantity> units(List<PickedLine> picked) {
            Map<Sku, Quantity> units = new TreeMap<>();
            picked.forEach(l -> units.merge(l.sku(), l.quantity(), Quantity::plus));
            return units;
        }
    }

    record PickedLine(Sku sku, Quantity quantity) {}

    /** @param weightGrams of the closed box */
    record Packing(
            @Schema(minimum = "1", maximum = "" + HEAVIEST_GRAMS)
            int weightGrams) {
        Packing {
            if (weightGrams < 1 || weightGrams > HEAVIEST_GRAMS) {
                throw new IllegalArgumentException("a box weighs 1 to " + HEAVIEST_GRAMS + " grams");
            }
        }
    }

    /** What came back of a box that could not be delivered, by the order's lines. */
    record Receipt(
            @ArraySchema(minItems = 1, maxItems = MOST_LINES)
            List<ReceivedLine> lines) {
        Receipt {
            if (lines.isEmpty() || lines.size() > MOST_LINES) {
                throw new IllegalArgumentException("a receipt has 1 to " + MOST_LINES + " lines");
            }
            if (lines.stream().map(ReceivedLine::line).distinct().count() != lines.size()) {
                throw new IllegalArgumentException("a line's number names one line");
            }
        }

        List<ReceiveBack.Line> toLines() {
            return lines.stream()
                    .map(l -> new ReceiveBack.Line(l.line(), l.resellable(), l.damaged()))
                    .toList();
        }
    }

    record ReceivedLine(int line, Quantity resellable, Quantity damaged) {
        ReceivedLine {
            resellable.plus(damaged);
        }
    }

    /** @param tracking the number that the carrier gave it; of one that is integrated none is asked for */
    record HandOver(
            @Schema(pattern = Carriers.NAME) String carrier,
            @Schema(pattern = Carriers.NAME) String service,

            @Nullable @Schema(pattern = TrackingNumber.PATTERN)
            String tracking) {
        HandOver {
            if (!carrier.matches(Carriers.NAME) || !service.matches(Carriers.NAME)) {
                throw new IllegalArgumentException("a carrier and its service are named by 1 to 40 letters and digits");
            }
            toNumber(tracking);
        }

        @Nullable
        TrackingNumber number() {
            return toNumber(tracking);
        }

        private static @Nullable TrackingNumber toNumber(@Nullable String tracking) {
            return tracking == null ? null : TrackingNumber.of(tracking);
        }
    }
}
