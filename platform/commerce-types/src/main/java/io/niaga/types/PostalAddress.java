package io.niaga.types;

import java.util.Locale;
import java.util.Set;

/**
 * What an address must be like that something can be sent to: one set of bounds for all who keep one and all who use one, so
 * that whoever kept an address can also buy with it. Patterns are of the whole text.
 */
public final class PostalAddress {
    public static final int LONGEST_RECIPIENT = 100;
    public static final int MOST_LINES = 4;
    public static final int LONGEST_LINE = 120;

    /** It is printed on a label, where a control character would begin a line of its own. */
    public static final String ONE_LINE = "[^\\p{Cntrl}]*";

    /** International form (E.164). */
    public static final String PHONE = "\\+[1-9][0-9]{6,14}";

    /** Indonesia's administrative code, down to the village. */
    public static final String VILLAGE_CODE = "[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}";

    public static final String POSTAL_CODE = "[A-Za-z0-9][A-Za-z0-9 -]{1,9}";
    public static final String COUNTRY = "[A-Z]{2}";

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final String INDONESIA = "ID";

    private PostalAddress() {}

    /**
     * What no pattern tells.
     *
     * @param at the pointer of the address in the request
     * @throws ProblemException INVALID_REQUEST when there is no such country, or no such postal code there
     */
    public static void check(String at, String country, String postalCode) {
        if (!COUNTRIES.contains(country)) {
            throw invalid(at + "/country", "There is no such country code in ISO 3166-1.");
        }
        if (country.equals(INDONESIA) && !postalCode.matches("[0-9]{5}")) {
            throw invalid(at + "/postalCode", "An Indonesian postal code has five digits.");
        }
    }

    private static ProblemException invalid(String pointer, String message) {
        return CommonProblem.INVALID_REQUEST.now().at(pointer, "INVALID", message);
    }
}
