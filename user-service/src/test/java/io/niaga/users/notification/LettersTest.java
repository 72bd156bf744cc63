package io.niaga.users.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {
    private static OrderContact contact(String language, String recipient) {
        return new OrderContact(
                "N-1",
                "Toko Budi",
                language,
                "budi@example.com",
                recipient,
                List.of(new OrderContact.Line("Kemeja '{0}'", 2, Money.of("498000.00", "IDR"))),
                Money.of("518000.00", "IDR"));
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
                    .doesNotContain("{1}", "{2}", "{3}", "{4}", "{5}", "null");
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
