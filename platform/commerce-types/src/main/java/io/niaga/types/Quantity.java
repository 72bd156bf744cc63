package io.niaga.types;

/** A count of units, from 0 to 1,000,000,000. */
public record Quantity(int units) implements Comparable<Quantity> {
    public static final int MOST = 1_000_000_000;
    public static final Quantity NONE = new Quantity(0);

    public Quantity {
        if (units < 0 || units > MOST) {
            throw new IllegalArgumentException("a quantity lies between 0 and " + MOST);
        }
    }

    public static Quantity of(int units) {
        return new Quantity(units);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(units, other.units));
    }

    /** Fewer units; throws {@link IllegalArgumentException} below zero. */
    public Quantity minus(Quantity other) {
        return new Quantity(units - other.units);
    }

    public boolean isZero() {
        return units == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Integer.compare(units, other.units);
    }
}
