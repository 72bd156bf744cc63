package io.niaga.payments.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.PaymentMethod;
import io.niaga.payments.payment.PaymentTerms;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QrisTextTest {
    private static final String BITS = "01h455vb4pex5vsknk084sn02q";

    @Test
    void the_checksums_are_those_of_the_standards() {
        // The check value of CRC-16/CCITT-FALSE, and the well-known example of the card number's check digit.
        assertThat(QrisText.crc("123456789")).isEqualTo("29B1");
        assertThat(QrisText.luhn("7992739871")).isEqualTo(3);
    }

    @Test
    void the_text_is_made_of_the_objects_that_a_wallet_reads() {
        String text = QrisText.of(terms("249000.00", "N-1"), 1);
        Map<String, String> objects = objects(text);
        assertThat(text).startsWith("000201").hasSizeLessThanOrEqualTo(512);
        assertThat(objects)
                .containsEntry("01", "12")
                .containsEntry("53", "360")
                .containsEntry("54", "249000.00")
                .containsEntry("58", "ID");
        assertThat(objects.keySet()).contains("26", "51", "52", "59", "60", "61", "62", "63");
        assertThat(objects(objects.get("51"))).containsEntry("00", "ID.CO.QRIS.WWW");
        String account = objects(objects.get("26")).get("01");
        assertThat(account).startsWith("936").hasSize(19);
        assertThat(QrisText.luhn(account.substring(0, 18))).isEqualTo(account.charAt(18) - '0');
        assertThat(objects(objects.get("62"))).containsEntry("01", "N-1");
        assertThat(objects.get("63")).isEqualTo(QrisText.crc(text.substring(0, text.length() - 4)));
    }

    @Test
    void every_attempt_has_its_own_code_and_no_name_breaks_it() {
        PaymentTerms terms = terms("1.00", "");
        assertThat(QrisText.of(terms, 1)).isNotEqualTo(QrisText.of(terms, 2)).isEqualTo(QrisText.of(terms, 1));
        assertThat(objects(QrisText.of(terms("1.00", "N°1 <b> and much longer than it may be"), 1)))
                .containsKey("63");
    }

    /** Reads tag, length, value to the end; fails when they do not fit. */
    private static Map<String, String> objects(String text) {
        Map<String, String> objects = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int end = at + 4 + Integer.parseInt(text.substring(at + 2, at + 4));
            assertThat(objects.put(text.substring(at, at + 2), text.substring(at + 4, end)))
                    .isNull();
            at = end;
        }
        return objects;
    }

    private static PaymentTerms terms(String amount, String number) {
        Instant now = Instant.parse("2026-11-24T08:00:00Z");
        return new PaymentTerms(
                PaymentId.of("pay_" + BITS),
                "ord_" + BITS,
                number,
                StoreId.of("sto_" + BITS),
                null,
                PaymentMethod.QRIS,
                Money.of(amount, "IDR"),
                now.plusSeconds(60),
                now);
    }
}
