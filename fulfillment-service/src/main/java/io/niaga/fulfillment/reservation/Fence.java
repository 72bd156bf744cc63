package io.niaga.fulfillment.reservation;

/** The number of an order's decision: commands with a lower one than was seen are from the past and change nothing. */
public record Fence(long number) implements Comparable<Fence> {
    public Fence {
        if (number < 0) {
            throw new IllegalArgumentException("a fence is not negative");
        }
    }

    public Fence highest(Fence other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isAbove(Fence other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Fence other) {
        return Long.compare(number, other.number);
    }
}
