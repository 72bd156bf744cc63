package io.niaga.users.notification;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.niaga.events.Topics;
import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.orders.OrderAccessAskedV1;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.events.orders.OrderPlacedV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.events.orders.ReturnReceivedV1;
import io.niaga.events.orders.ReturnSettledV1;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
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

    @Autowired
    MongoDatabaseFactory databases;

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
            tell(Topics.ORDER, OrderPromiseFailedV1.TYPE, 6, news.notDelivered());
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
                        "Your order N-77 could not be delivered",
                        "Refund for your order N-77",
                        "Refund for your order N-77"));
        eventually(() -> assertThat(states()).hasSize(8).containsOnly("SENT"));
        assertThat(support.get("/v1/notifications?orderId=" + news.order).body())
                .contains("s***@example.com")
                .doesNotContain(News.MAIL, News.PHONE, News.RECIPIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "en, We received what you sent back from order N-77, Your return from order N-77 is settled",
        "id, Barang kembalian pesanan N-77 kami terima, Pengembalian barang pesanan N-77 selesai"
    })
    void each_return_has_its_letters_and_says_what_it_was_worth(String language, String received, String settled) {
        news.known(language);
        for (int i = 0; i < 2; i++) {
            tell(Topics.ORDER, ReturnSettledV1.TYPE, 9, news.settled("ret_1", "150000.00"));
            tell(Topics.ORDER, ReturnReceivedV1.TYPE, 7, news.returned("ret_1"));
            tell(Topics.ORDER, ReturnReceivedV1.TYPE, 8, news.returned("ret_2"));
            tell(Topics.ORDER, ReturnSettledV1.TYPE, 10, news.settled("ret_2", "25000.00"));
        }
        eventually(() -> assertThat(received()).containsExactlyInAnyOrder(received, received, settled, settled));
        eventually(() -> assertThat(states()).hasSize(4).containsOnly("SENT"));
        assertThat(texts())
                .filteredOn(text -> text.contains(" IDR"))
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).contains("150000.00 IDR", News.RECIPIENT, "N-77"),
                        second -> assertThat(second).contains("25000.00 IDR", News.RECIPIENT, "N-77"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, The access code of your order N-77, We received your order N-77",
        "id, Kode akses pesanan N-77, Pesanan N-77 kami terima"
    })
    void the_way_back_to_an_order_is_mailed_with_its_news_and_whenever_it_is_asked_for_and_kept_nowhere(
            String language, String access, String placed) {
        news.known(language);
        for (int i = 0; i < 2; i++) {
            tell(Topics.ORDER, OrderPlacedV1.TYPE, 1, news.placed());
            tell(Topics.ORDER, OrderAccessAskedV1.TYPE, 2, news.accessAsked(0));
            tell(Topics.ORDER, OrderAccessAskedV1.TYPE, 3, news.accessAsked(7));
        }
        eventually(() -> assertThat(received()).containsExactlyInAnyOrder(placed, access, access));
        assertThat(texts()).allSatisfy(text -> assertThat(text).contains(News.CODE, "250000.00 IDR", "BCA", "8808123"));
        eventually(() -> assertThat(states()).hasSize(3).containsOnly("SENT"));
        assertThat(String.valueOf(databases
                        .getMongoDatabase()
                        .getCollection("notifications")
                        .find(new Document("orderId", news.order.toString()))
                        .into(new ArrayList<>())))
                .contains(news.order.toString())
                .doesNotContain(News.CODE, "8808123", News.MAIL);
    }

    private static List<String> texts() {
        return Arrays.stream(SERVER.getReceivedMessages())
                .map(GreenMailUtil::getBody)
                .toList();
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
            case "user-return-letters" -> new Wrong(group, Topics.ORDER, ReturnSettledV1.TYPE, "return.settled.v9");
            default -> throw new IllegalArgumentException(group);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user-order-letters",
                "user-order-ends",
                "user-shipment-letters",
                "user-refund-letters",
                "user-return-letters"
            })
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
        tell(Topics.ORDER, ReturnSettledV1.TYPE, 5, news.settled("ret_1", "1.00"));
        eventually(() -> assertThat(received()).hasSize(5));
        eventually(() -> assertThat(dead.count(group)).isEqualTo(before + 2));
    }
}
