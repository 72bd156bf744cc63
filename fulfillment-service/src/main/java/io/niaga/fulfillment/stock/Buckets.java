package io.niaga.fulfillment.stock;

import io.niaga.types.Quantity;

/**
 * Where the units of a row are, in whole units. None is negative, and
 * {@code onHand = available + reserved + safety + quality + damaged + hold}.
 *
 * @param onHand what is physically there
 * @param available what an order may still take
 * @param reserved what orders have taken and what was not handed over yet
 * @param safety kept back from sale
 * @param quality waiting for inspection
 * @param damaged not fit for sale
 * @param hold blocked for another reason
 */
public record Buckets(int onHand, int available, int reserved, int safety, int quality, int damaged, int hold) {
    public static final Buckets EMPTY = new Buckets(0, 0, 0, 0, 0, 0, 0);

    public Buckets {
        long parts = (long) available + reserved + safety + quality + damaged + hold;
        int least =
                Math.min(Math.min(Math.min(available, reserved), Math.min(safety, quality)), Math.min(damaged, hold));
        if (least < 0 || parts != onHand || onHand > Quantity.MOST) {
            throw new IllegalArgumentException("buckets are not negative and sum to what is on hand");
        }
    }

    /** Units move from what may be sold to what is taken. */
    public Buckets taken(int units) {
        return new Buckets(onHand, available - units, reserved + units, safety, quality, damaged, hold);
    }

    /** Units that were taken may be sold again. */
    public Buckets givenBack(int units) {
        return taken(-units);
    }

    /** Units that were taken left the warehouse. */
    public Buckets handedOver(int units) {
        return new Buckets(onHand - units, available, reserved - units, safety, quality, damaged, hold);
    }

    /** Units that were taken are not there. */
    public Buckets writtenOff(int units) {
        return handedOver(units);
    }

    /** Units came back: some may be sold again, some are not fit for sale. */
    public Buckets returned(int resellable, int broken) {
        int all = Math.addExact(resellable, broken);
        return new Buckets(onHand + all, available + resellable, reserved, safety, quality, damaged + broken, hold);
    }

    /** Whether so many more can be on hand. */
    public boolean hasRoomFor(int units) {
        return units <= Quantity.MOST - onHand;
    }

    /** Whether that many on hand and that many kept back leave nothing negative. */
    public boolean allows(int countedOnHand, int newSafety) {
        return countedOnHand - newSafety - bound() >= 0;
    }

    /** A count found this many; what is not bound elsewhere may be sold. */
    public Buckets counted(int countedOnHand, int newSafety) {
        int free = countedOnHand - newSafety - bound();
        return new Buckets(countedOnHand, free, reserved, newSafety, quality, damaged, hold);
    }

    private int bound() {
        return reserved + quality + damaged + hold;
    }
}
