package io.niaga.system.shop;

import io.niaga.testsupport.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Money of answers as whole rupiah cents, to reckon with. */
public final class Amounts {
    private static final int DIGITS = 2;

    private Amounts() {}

    /** {@code {"amount":"249000.00","currency":"IDR"}} → 24900000; an amount with other digits is an error. */
    public static long minor(JsonNode money) {
        String amount = money.path("amount").asString("no amount");
        if (!money.path("currency").asString("").equals("IDR") || !amount.matches("-?\\d+\\.\\d{2}")) {
            throw new AssertionError("not rupiah with two digits: " + money);
        }
        return new BigDecimal(amount).movePointRight(DIGITS).longValueExact();
    }

    /** Of the money at that JSON Pointer. */
    public static long minor(Answer answer, String pointer) {
        return minor(answer.json(pointer));
    }

    /** The JSON of so many whole rupiah. */
    public static Map<String, String> rupiah(long whole) {
        return Map.of("amount", whole + ".00", "currency", "IDR");
    }

    /** The tax within a price that holds eleven percent, half up. */
    public static long taxWithin(long gross) {
        return BigDecimal.valueOf(gross)
                .multiply(BigDecimal.valueOf(11))
                .divide(BigDecimal.valueOf(111), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
