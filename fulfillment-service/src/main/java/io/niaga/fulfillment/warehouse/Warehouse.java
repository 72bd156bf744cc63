package io.niaga.fulfillment.warehouse;

import java.util.Arrays;
import java.util.Locale;

/**
 * A place where a store keeps goods.
 *
 * @param name 1 to 100 characters
 * @param countryCode ISO 3166 with two letters
 */
public record Warehouse(WarehouseId id, String name, String countryCode) {
    public static final int LONGEST_NAME = 100;

    public Warehouse {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
        }
        if (Arrays.binarySearch(Countries.CODES, countryCode) < 0) {
            throw new IllegalArgumentException("a country is named by its two-letter code");
        }
    }

    private static final class Countries {
        static final String[] CODES = sorted();

        private static String[] sorted() {
            String[] codes = Locale.getISOCountries();
            Arrays.sort(codes);
            return codes;
        }
    }
}
