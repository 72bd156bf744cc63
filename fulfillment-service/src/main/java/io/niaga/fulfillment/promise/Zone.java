package io.niaga.fulfillment.promise;

import java.util.List;

/**
 * Places that cost the same, and what shipping there costs. A zone without any list is everywhere.
 *
 * @param villageCodes beginnings of village codes: {@code 31} is a province, {@code 31.71} a city; dots do not matter
 * @param postalCodes beginnings of postal codes
 * @param countries ISO 3166 with two letters; none stands for all
 */
public record Zone(
        String name, List<String> villageCodes, List<String> postalCodes, List<String> countries, List<Rate> rates) {
    public static final int LONGEST_NAME = 100;
    public static final int MOST_PLACES = 1000;
    public static final int MOST_RATES = 50;

    public Zone {
        villageCodes = List.copyOf(villageCodes);
        postalCodes = List.copyOf(postalCodes);
        countries = List.copyOf(countries);
        rates = List.copyOf(rates);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a zone's name has 1 to " + LONGEST_NAME + " characters");
        }
        require(villageCodes, "[0-9][0-9.]{0,12}", "a village code begins with digits and dots");
        require(postalCodes, "[A-Z0-9][A-Z0-9 -]{0,9}", "a postal code has capital letters and digits");
        require(countries, "[A-Z]{2}", "a country is named by its two-letter code");
        if (rates.size() > MOST_RATES
                || rates.stream().map(Rate::key).distinct().count() != rates.size()) {
            throw new IllegalArgumentException(
                    "a zone has one rate per carrier and service, and at most " + MOST_RATES);
        }
    }

    private static void require(List<String> places, String shape, String otherwise) {
        if (places.size() > MOST_PLACES || !places.stream().allMatch(p -> p.matches(shape))) {
            throw new IllegalArgumentException(otherwise + ", and a zone lists at most " + MOST_PLACES);
        }
    }

    public boolean isEverywhere() {
        return villageCodes.isEmpty() && postalCodes.isEmpty() && countries.isEmpty();
    }

    boolean holds(Destination destination) {
        boolean inCountry = countries.isEmpty() || countries.contains(destination.country());
        boolean anywhereThere = villageCodes.isEmpty() && postalCodes.isEmpty();
        return inCountry && (anywhereThere || isInVillages(destination) || isInPostalCodes(destination));
    }

    private boolean isInVillages(Destination destination) {
        String village = destination.villageCode();
        return village != null
                && villageCodes.stream().anyMatch(v -> digits(village).startsWith(digits(v)));
    }

    private boolean isInPostalCodes(Destination destination) {
        return postalCodes.stream().anyMatch(p -> destination.postalCode().startsWith(p));
    }

    private static String digits(String code) {
        return code.replace(".", "");
    }
}
