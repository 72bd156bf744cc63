package io.niaga.users.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.types.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
    private static final String CODE = "v1.ord_1.1800000000.c0de";
    private static final OrderContact.ToPay TRANSFER = new OrderContact.ToPay(
            Money.of("518000.00", "IDR"),
            Instant.parse("2026-11-29T20:30:00Z").atZone(ZoneId.of("Asia/Jakarta")),
            "PAY_VIRTUAL_ACCOUNT",
            new OrderContact.Account("BCA", "8808123"));

    private static OrderContact contact(String language, String recipient) {
        return contact(language, recipient, CODE, TRANSFER);
    }

    private static OrderContact contact(
            String language, String recipient, @Nullable String code, OrderContact.@Nullable ToPay toPay) {
        return new OrderContact(
                "N-1",
                "Toko Budi",
                language,
                "budi@example.com",
                recipient,
                List.of(new OrderContact.Line("Kemeja '{0}'", 2, Money.of("498000.00", "IDR"))),
                Money.of("518000.00", "IDR"),
                code,
                toPay);
    }

    private static Letter letter(NotificationKind kind, String language, String recipient) {
        return Letters.write(
                new Notification.Topic("ord_1", "sto_1", kind, "DETAIL-7", Instant.EPOCH),
                contact(language, recipient));
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void every_kind_is_written_in_both_languages_about_the_order_and_whole(NotificationKind kind) {
        Letter indonesian = letter(kind, "id", "Budi");
        Letter english = letter(kind, "en-GB", "Budi");
        assertThat(english.text()).isNotEqualTo(indonesian.text());
        for (Letter letter : List.of(indonesian, english)) {
            assertThat(letter.recipient()).isEqualTo("budi@example.com");
            assertThat(letter.subject()).contains("N-1").doesNotContain("{", "}");
            assertThat(letter.text())
                    .contains("N-1", "Budi", "Toko Budi", "\n\n")
                    .doesNotContain("{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "null");
        }
        assertThat(letter(kind, "fr", "Budi").text()).isEqualTo(indonesian.text());
    }

    @Test
    void tracking_numbers_and_amounts_are_in_the_letters_about_them() {
        for (NotificationKind kind : List.of(
                NotificationKind.ORDER_SHIPPED, NotificationKind.ORDER_REFUNDED, NotificationKind.RETURN_SETTLED)) {
            assertThat(letter(kind, "id", "Budi").text()).contains("DETAIL-7");
            assertThat(letter(kind, "en", "Budi").text()).contains("DETAIL-7");
        }
        assertThat(letter(NotificationKind.ORDER_CANCELLED, "en", "Budi").text())
                .contains(Money.of("518000.00", "IDR").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void who_has_to_pay_is_told_how_and_until_when_in_the_stores_days(String language) {
        assertThat(placed(contact(language, "Budi", CODE, TRANSFER)))
                .contains(CODE, "518000.00 IDR", "BCA", "8808123", "30 November 2026, 03:30");
        assertThat(placed(contact(language, "Budi", CODE, paidBy("SHOW_QR"))))
                .contains("QRIS", "30 November 2026, 03:30")
                .doesNotContain("8808123");
        assertThat(placed(contact(language, "Budi", CODE, paidBy("CONFIRM"))))
                .contains("30 November 2026, 03:30")
                .doesNotContain("QR", "8808123");
        assertThat(placed(contact(language, "Budi", null, null))).doesNotContain("v1.", "2026", "\n\n\n");
    }

    private static OrderContact.ToPay paidBy(String action) {
        return new OrderContact.ToPay(TRANSFER.amount(), TRANSFER.until(), action, null);
    }

    private static String placed(OrderContact contact) {
        return Letters.write(
                        new Notification.Topic("ord_1", "sto_1", NotificationKind.ORDER_PLACED, null, Instant.EPOCH),
                        contact)
                .text();
    }

    @Test
    void a_code_is_in_no_subject_and_a_letter_about_it_is_not_written_without() {
        assertThat(letter(NotificationKind.ORDER_ACCESS, "id", "Budi").text()).contains(CODE);
        for (NotificationKind kind : NotificationKind.values()) {
            assertThat(letter(kind, "id", "Budi").subject()).doesNotContain(CODE);
        }
        Notification.Topic topic =
                new Notification.Topic("ord_1", "sto_1", NotificationKind.ORDER_ACCESS, null, Instant.EPOCH);
        assertThatThrownBy(() -> Letters.write(topic, contact("id", "Budi", null, null)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_people_are_called_is_never_a_pattern_nor_a_header() {
        Letter letter = letter(NotificationKind.ORDER_PLACED, "en", "O'Brien {1} {9999}\r\nBcc: x@example.com");
        assertThat(letter.text()).contains("O'Brien {1} {9999}", "2 × Kemeja '{0}'");
        assertThat(letter.subject().lines()).hasSize(1);
    }

    @Test
    void a_masked_address_can_be_recognised_and_not_used() {
        assertThat(new Letter("budi@example.com", "", "").maskedRecipient()).isEqualTo("b***@example.com");
        assertThat(new Letter("b@example.com", "", "").maskedRecipient()).isEqualTo("b***@example.com");
        assertThat(new Letter("nonsense", "", "").maskedRecipient()).isEqualTo("***");
        assertThat(new Letter("@example.com", "", "").maskedRecipient()).isEqualTo("***");
    }

    @Test
    void each_piece_of_news_has_an_id_of_its_own_and_the_same_one_the_same() {
        Set<NotificationId> ids = new HashSet<>();
        for (NotificationKind kind : NotificationKind.values()) {
            ids.add(NotificationId.about("ord_1", kind, null));
            ids.add(NotificationId.about("ord_1", kind, "rfd_1"));
            ids.add(NotificationId.about("ord_2", kind, null));
        }
        assertThat(ids).hasSize(3 * Arrays.asList(NotificationKind.values()).size());
        assertThat(NotificationId.about("ord_1", NotificationKind.ORDER_REFUNDED, "rfd_1"))
                .isEqualTo(NotificationId.about("ord_1", NotificationKind.ORDER_REFUNDED, "rfd_1"));
    }
}
