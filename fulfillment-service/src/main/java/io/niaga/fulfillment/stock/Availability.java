package io.niaga.fulfillment.stock;

import java.util.Collection;

/** How well something can be had; better ones come first. */
public enum Availability {
    IN_STOCK,
    LOW,
    OUT;

    /** @param lowAt so many or fewer are {@link #LOW} */
    public static Availability of(int available, int lowAt) {
        if (available <= 0) {
            return OUT;
        }
        return available <= lowAt ? LOW : IN_STOCK;
    }

    /** Of a SKU that several warehouses have. */
    public static Availability best(Collection<Availability> classes) {
        return classes.stream().min(Availability::compareTo).orElse(OUT);
    }
}
