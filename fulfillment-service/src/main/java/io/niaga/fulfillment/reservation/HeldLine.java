package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.StockKey;
import io.niaga.types.Quantity;

/** From which row a line, or a part of it, is taken. A line has at most one part per row. */
public record HeldLine(int line, StockKey stock, Quantity quantity) implements Comparable<HeldLine> {

    /** The order in which rows are asked, the same for every reservation. */
    @Override
    public int compareTo(HeldLine other) {
        int byStock = stock.compareTo(other.stock);
        return byStock != 0 ? byStock : Integer.compare(line, other.line);
    }
}
