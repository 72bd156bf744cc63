package io.niaga.payments.simulator;

import io.niaga.payments.payment.PaymentTerms;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The text of a QRIS code for one payment: EMVCo's Merchant-Presented Mode 1.1 with Indonesia's merchant account
 * information, a made-up merchant. Each object is a tag and a length of two digits and the value; the last one is CRC-16 of
 * everything before it, its own tag and length included.
 */
final class QrisText {
    private static final String NATIONAL = "ID.CO.QRIS.WWW";
    private static final String ACQUIRER = "ID.NIAGA.SANDBOX.WWW";
    /** National numbering (936), an issuer that does not exist, a terminal. The check digit follows. */
    private static final String ACCOUNT = "936009990000000001";

    private static final String CRC = "6304";
    private static final int LONGEST_REFERENCE = 25;

    private QrisText() {}

    static String of(PaymentTerms terms, int attempt) {
        String body = object(0, "01")
                + object(1, "12")
                + object(26, object(0, ACQUIRER) + object(1, ACCOUNT + luhn(ACCOUNT)) + object(3, "UME"))
                + object(51, object(0, NATIONAL) + object(2, "ID0000000000017") + object(3, "UME"))
                + object(52, "5999")
                + object(
                        53,
                        String.format(
                                Locale.ROOT, "%03d", terms.amount().currency().getNumericCode()))
                + object(54, terms.amount().toDecimal())
                + object(58, "ID")
                + object(59, "NIAGA SANDBOX")
                + object(60, "JAKARTA")
                + object(61, "10110")
                + object(62, object(1, reference(terms.orderNumber())) + object(5, reference(terms, attempt)));
        return body + CRC + crc(body + CRC);
    }

    /** The payment's last bits and the attempt: no two codes are the same. */
    private static String reference(PaymentTerms terms, int attempt) {
        String id = terms.id().value();
        return (id.substring(id.length() - 20) + "-" + attempt).toUpperCase(Locale.ROOT);
    }

    private static String reference(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9 ./-]", "");
        String kept = plain.isEmpty() ? "-" : plain;
        return kept.substring(0, Math.min(LONGEST_REFERENCE, kept.length()));
    }

    private static String object(int tag, String value) {
        return String.format(Locale.ROOT, "%02d%02d", tag, value.length()) + value;
    }

    /** The check digit of a card number (ISO/IEC 7812). */
    static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }

    /** CRC-16/CCITT-FALSE (ISO/IEC 13239: polynomial 1021, initial value FFFF), four hexadecimal digits. */
    static String crc(String text) {
        int crc = 0xFFFF;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (b & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
        }
        return String.format(Locale.ROOT, "%04X", crc & 0xFFFF);
    }
}
