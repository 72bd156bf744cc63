package io.niaga.users.notification;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.niaga.events.Topics;
import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.messaging.DeadLetters;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From events to a mail server: each piece of news once, whatever the order and the quality of what is told. */
@NiagaIT
class LettersIT {
    private static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    Api api;

    @Autowired
    DeadLetters dead;

    private final StoreId store = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
    private News news;
    private Api support;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add(
                "niaga.user.smtp-url",
                () -> "smtp://127.0.0.1:" + SERVER.getSmtp().getPort());
    }

    @BeforeEach
    void an_order() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        news = new News(store).known();
        support = api.as(TestTokens.member(Role.SUPPORT, store));
    }

    private void tell(String topic, String type, long sequence, Object body) {
        String key = topic.equals(Topics.ORDER)
                ? news.order.toString()
                : topic.equals(Topics.SHIPMENT)
                        ? news.order.withPrefix("ful").toString()
                        : news.order.withPrefix("pay").toString();
        TestEvents.tell(topic, key, type, sequence, body);
    }

    private List<String> received() {
        List<String> subjects = new ArrayList<>();
        try {
            for (MimeMessage message : SERVER.getReceivedMessages()) {
                subjects.add(message.getSubject());
                assertThat(message.getAllRecipients()).hasSize(1);
                assertThat(message.getAllRecipients()[0].toString()).isEqualTo(News.MAIL);
            }
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return subjects;
    }

    private List<String> states() {
        return support.get("/v1/notifications?orderId=" + news.order)
                .expect(200)
                .json("/items")
                .findValuesAsString("state");
    }

    @Test
    void every_piece_of_news_is_one_letter_however_often_it_is_told() {
        for (int i = 0; i < 2; i++) {
            tell(Topics.ORDER, OrderConfirmedV1.TYPE, 2, news.confirmed());
            tell(Topics.SHIPMENT, HandedOverV1.TYPE, 1, news.shipped());
            tell(Topics.ORDER, OrderCompletedV1.TYPE, 3, news.completed());
            tell(Topics.ORDER, OrderCancelledV1.TYPE, 4, news.cancelled());
            tell(Topics.ORDER, OrderExpiredV1.TYPE, 5, news.expired());
            tell(Topics.PAYMENT, RefundSucceededV1.TYPE, 6, news.refunded("rfd_1", "100000.00"));
            tell(Topics.PAYMENT, RefundSucceededV1.TYPE, 7, news.refunded("rfd_2", "50000.00"));
        }
        eventually(() -> assertThat(received())
                .containsExactlyInAnyOrder(
                        "Your order N-77 is confirmed",
                        "Your order N-77 is on its way",
                        "Your order N-77 is complete",
                        "Your order N-77 was cancelled",
                        "Your order N-77 has expired",
                        "Refund for your order N-77",
                        "Refund for your order N-77"));
        eventually(() -> assertThat(states()).hasSize(7).containsOnly("SENT"));
        assertThat(support.get("/v1/notifications?orderId=" + news.order).body())
                .contains("s***@example.com")
                .doesNotContain(News.MAIL, News.PHONE, News.RECIPIENT);
    }

    @Test
    void news_that_come_late_are_news_all_the_same() {
        tell(Topics.ORDER, OrderCompletedV1.TYPE, 9, news.completed());
        tell(Topics.ORDER, OrderConfirmedV1.TYPE, 2, news.confirmed());
        eventually(() -> assertThat(received())
                .containsExactlyInAnyOrder("Your order N-77 is complete", "Your order N-77 is confirmed"));
    }

    private record Wrong(String group, String topic, String type, String unknownVersion) {}

    private static Wrong wrong(String group) {
        return switch (group) {
            case "user-order-letters" -> new Wrong(group, Topics.ORDER, OrderConfirmedV1.TYPE, "order.confirmed.v9");
            case "user-order-ends" -> new Wrong(group, Topics.ORDER, OrderExpiredV1.TYPE, "order.expired.v9");
            case "user-shipment-letters" -> new Wrong(group, Topics.SHIPMENT, HandedOverV1.TYPE, "handed-over.v9");
            case "user-refund-letters" ->
                new Wrong(group, Topics.PAYMENT, RefundSucceededV1.TYPE, "refund.succeeded.v9");
            default -> throw new IllegalArgumentException(group);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-order-letters", "user-order-ends", "user-shipment-letters", "user-refund-letters"})
    void malformed_and_unknown_versions_are_put_aside_and_what_nobody_knows_is_passed_over(String group) {
        Wrong wrong = wrong(group);
        long before = dead.count(group);
        String poisoned = new TypeId("ord", UUID.randomUUID()).toString();
        Map<String, String> headers = new HashMap<>(TestEvents.envelope(poisoned, wrong.type(), 1));
        TestEvents.send(wrong.topic(), poisoned, headers, "{no json".getBytes(StandardCharsets.UTF_8));
        TestEvents.tell(wrong.topic(), poisoned + "2", wrong.unknownVersion(), 1, Map.of());
        TestEvents.tell(wrong.topic(), poisoned + "3", "something.else.v1", 1, Map.of("colour", "red"));
        tell(Topics.ORDER, OrderConfirmedV1.TYPE, 2, news.confirmed());
        tell(Topics.ORDER, OrderExpiredV1.TYPE, 3, news.expired());
        tell(Topics.SHIPMENT, HandedOverV1.TYPE, 1, news.shipped());
        tell(Topics.PAYMENT, RefundSucceededV1.TYPE, 4, news.refunded("rfd_1", "1.00"));
        eventually(() -> assertThat(received()).hasSize(4));
        eventually(() -> assertThat(dead.count(group)).isEqualTo(before + 2));
    }
}
