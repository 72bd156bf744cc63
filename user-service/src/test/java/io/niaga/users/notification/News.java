package io.niaga.users.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.orders.OrderAccessAskedV1;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.events.orders.OrderPlacedV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.events.orders.ReturnReceivedV1;
import io.niaga.events.orders.ReturnSettledV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.testsupport.Neighbours;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is told about one order, and whom it belongs to. */
final class News {
    static final String MAIL = "siti.rahayu.9137@example.com";
    static final String PHONE = "+6281377719137";
    static final String CODE = "v1.ord_1.1800000000.c0de";
    static final String RECIPIENT = "Siti Rahayu Sembilan";
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
    private static final Money TOTAL = Money.of("250000.00", "IDR");
    private static final OrderTotalsV1 TOTALS = new OrderTotalsV1(TOTAL, TOTAL, TOTAL, TOTAL, TOTAL);

    final TypeId order = new TypeId("ord", UUID.randomUUID());
    final String store;

    News(StoreId store) {
        this.store = store.value();
    }

    /** order-service knows whom to write to. */
    News known() {
        return known("en");
    }

    News known(String language) {
        Neighbours.server()
                .stubFor(get(urlPathEqualTo("/order/internal/v1/orders/" + order + "/contact"))
                        .willReturn(okJson("""
                                {"number":"N-77","storeName":"Toko","language":"%s","email":"%s","phone":"%s",\
                                "recipient":"%s","lines":[{"name":"Kemeja","sku":"K","quantity":2,\
                                "total":{"amount":"2.00","currency":"IDR"}}],\
                                "totals":{"total":{"amount":"250000.00","currency":"IDR"}},"accessCode":"%s",\
                                "toPay":{"amount":{"amount":"250000.00","currency":"IDR"},\
                                "payBy":"2026-11-25T10:00:00Z","timeZone":"Asia/Jakarta",\
                                "action":"PAY_VIRTUAL_ACCOUNT","bank":"BCA","number":"8808123"}}""".formatted(language, MAIL, PHONE, RECIPIENT, CODE))));
        return this;
    }

    OrderPlacedV1 placed() {
        return new OrderPlacedV1(
                order.toString(),
                "N-77",
                store,
                "Asia/Jakarta",
                null,
                List.of(),
                TOTALS,
                null,
                "VIRTUAL_ACCOUNT",
                order.withPrefix("pay").toString(),
                order.withPrefix("rsv").toString(),
                AT,
                AT);
    }

    OrderAccessAskedV1 accessAsked(int minutesLater) {
        return new OrderAccessAskedV1(order.toString(), store, AT.plus(Duration.ofMinutes(minutesLater)));
    }

    OrderConfirmedV1 confirmed() {
        return new OrderConfirmedV1(
                order.toString(),
                "N-77",
                store,
                "Asia/Jakarta",
                null,
                List.of(),
                TOTALS,
                null,
                order.withPrefix("pay").toString(),
                order.withPrefix("rsv").toString(),
                false,
                "sandbox",
                "REG",
                AT,
                AT,
                AT);
    }

    OrderCompletedV1 completed() {
        return new OrderCompletedV1(order.toString(), "N-77", store, "Asia/Jakarta", null, List.of(), TOTALS, AT);
    }

    OrderCancelledV1 cancelled() {
        return new OrderCancelledV1(
                order.toString(),
                "N-77",
                store,
                "Asia/Jakarta",
                null,
                "CHANGED_MIND",
                "CONFIRMED",
                null,
                null,
                TOTALS,
                AT,
                AT);
    }

    OrderExpiredV1 expired() {
        return new OrderExpiredV1(order.toString(), "N-77", store, null, TOTALS, AT, AT);
    }

    OrderPromiseFailedV1 notDelivered() {
        return new OrderPromiseFailedV1(
                order.toString(), "N-77", store, "Asia/Jakarta", null, "LOST", null, null, TOTALS, AT, AT);
    }

    ReturnReceivedV1 returned(String id) {
        return new ReturnReceivedV1(id, order.toString(), store, null, List.of(), AT);
    }

    ReturnSettledV1 settled(String id, String amount) {
        Money refund = Money.of(amount, "IDR");
        return new ReturnSettledV1(id, order.toString(), store, null, List.of(), "rfd_1", refund, refund, AT);
    }

    HandedOverV1 shipped() {
        return new HandedOverV1(
                order.withPrefix("ful").toString(),
                order.toString(),
                store,
                List.of(new HandedOverV1.Parcel("SBX123", "sandbox", "REG")),
                AT);
    }

    RefundSucceededV1 refunded(String refund, String amount) {
        return new RefundSucceededV1(
                refund, order.withPrefix("pay").toString(), order.toString(), store, Money.of(amount, "IDR"), null, AT);
    }
}
