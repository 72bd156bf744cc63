package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.reservation.Address;
import io.niaga.fulfillment.reservation.HeldLine;
import io.niaga.fulfillment.reservation.Missing;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.reservation.Shipping;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
import io.niaga.fulfillment.shipment.Fulfillment.OrderFacts;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.types.Quantity;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Real fulfillments and parcels in every state, and everything that can happen to them. */
public final class ShipmentMachines {
    public static final List<String> STATES = List.of(
            "PAYMENT_ASSURED",
            "SOURCED",
            "RELEASED",
            "PICKING",
            "PICKED",
            "PACKED",
            "HANDED_OVER",
            "DELIVERED",
            "RETURN_TO_SENDER",
            "RECEIVED_BACK",
            "LOST",
            "ENDING_SHORT",
            "SHORT",
            "CANCELLED");
    public static final List<String> MOVES = List.of(
            "order confirmed",
            "order cancelled",
            "late event",
            "release",
            "start picking",
            "pick",
            "find short",
            "end short",
            "pack",
            "hand over",
            "parcel delivered",
            "parcel returned",
            "parcel lost",
            "receive back");
    public static final List<String> PARCEL_STATES =
            Arrays.stream(ParcelState.values()).map(Enum::name).toList();

    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    static final Deed DEED = new Deed("usr_x", NOW);
    static final OrderFacts ORDER = new OrderFacts(
            OrderId.of("ord_01kavf8g00e4ttm0nbdjqsmn0n"), "N-1", StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n"));
    static final TrackingNumber TRACKING = TrackingNumber.of("SBX1234567890");
    static final StockKey SHELF = StockKey.parse(ORDER.store() + "/SHIRT/whs_01kavf8g00e4ttm0nbdjqsmn0a");
    static final Missing MISSING =
            new Missing(List.of(new HeldLine(1, SHELF, Quantity.of(1))), Reason.of("NOT_FOUND"), "usr_x");
    private static final long HEARD = 7;

    private ShipmentMachines() {}

    static Goods goods() {
        return new Goods(
                List.of(new HeldLine(1, SHELF, Quantity.of(2))),
                new Shipping("sho_x", "sandbox", "REG", NOW),
                new Address("Budi", "+62", List.of("Jl."), null, "10110", "ID"));
    }

    public static Fulfillment in(String state) {
        Fulfillment heard = Fulfillment.heardOf(ORDER, new FulfillmentState.PaymentAssured(), HEARD, DEED);
        Fulfillment sourced = OrderMoves.sourced(heard, goods(), DEED);
        return switch (state) {
            case "PAYMENT_ASSURED" -> heard;
            case "SOURCED" -> sourced;
            case "RELEASED" -> WarehouseMoves.release(sourced, DEED).fulfillment();
            case "PICKING" -> WarehouseMoves.startPicking(in("RELEASED"), DEED).fulfillment();
            case "PICKED" -> WarehouseMoves.pick(in("PICKING"), DEED).fulfillment();
            case "PACKED" -> WarehouseMoves.pack(in("PICKED"), 450, DEED).fulfillment();
            case "HANDED_OVER" ->
                WarehouseMoves.handOver(in("PACKED"), Parcel.given(TRACKING, "sandbox", "REG", NOW), DEED)
                        .fulfillment();
            case "DELIVERED" -> moved(in("HANDED_OVER"), ParcelState.DELIVERED);
            case "RETURN_TO_SENDER" -> moved(in("HANDED_OVER"), ParcelState.RETURN_TO_SENDER);
            case "RECEIVED_BACK" ->
                WarehouseMoves.receiveBack(in("RETURN_TO_SENDER"), List.of(), DEED)
                        .fulfillment();
            case "LOST" -> moved(in("HANDED_OVER"), ParcelState.LOST);
            case "ENDING_SHORT" ->
                WarehouseMoves.findShort(in("PICKING"), MISSING, DEED).fulfillment();
            case "SHORT" -> WarehouseMoves.endShort(in("ENDING_SHORT"), DEED).fulfillment();
            case "CANCELLED" -> OrderMoves.cancelled(sourced, HEARD + 1, DEED).orElseThrow();
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Fulfillment moved(Fulfillment f, ParcelState state) {
        return ParcelMoves.reported(f, TRACKING, state, DEED)
                .map(FulfillmentChange::fulfillment)
                .orElse(f);
    }

    public static String outcome(String state, String move) {
        Fulfillment f = in(state);
        Fulfillment after = switch (move) {
            case "order confirmed" -> OrderMoves.confirmed(f, HEARD + 2, DEED).orElse(f);
            case "order cancelled" -> OrderMoves.cancelled(f, HEARD + 2, DEED).orElse(f);
            case "late event" -> OrderMoves.cancelled(f, HEARD, DEED).orElse(f);
            case "release" -> WarehouseMoves.release(f, DEED).fulfillment();
            case "start picking" -> WarehouseMoves.startPicking(f, DEED).fulfillment();
            case "pick" -> WarehouseMoves.pick(f, DEED).fulfillment();
            case "find short" -> WarehouseMoves.findShort(f, MISSING, DEED).fulfillment();
            case "end short" -> WarehouseMoves.endShort(f, DEED).fulfillment();
            case "pack" -> WarehouseMoves.pack(f, 450, DEED).fulfillment();
            case "hand over" ->
                WarehouseMoves.handOver(f, Parcel.given(TRACKING, "sandbox", "REG", NOW), DEED)
                        .fulfillment();
            case "parcel delivered" -> moved(f, ParcelState.DELIVERED);
            case "parcel returned" -> moved(f, ParcelState.RETURN_TO_SENDER);
            case "parcel lost" -> moved(f, ParcelState.LOST);
            case "receive back" ->
                WarehouseMoves.receiveBack(f, List.of(), DEED).fulfillment();
            default -> throw new IllegalArgumentException(move);
        };
        return after.state().name();
    }

    /** Where a parcel is after a report. */
    public static String reported(String state, String report) {
        Fulfillment f = in("HANDED_OVER");
        if (!state.equals("PRE_TRANSIT")) {
            f = moved(f, ParcelState.valueOf(state));
        }
        return moved(f, ParcelState.valueOf(report))
                .state()
                .parcels()
                .getFirst()
                .state()
                .name();
    }
}
