package io.niaga.orders.order.http;

import io.niaga.orders.order.BrokenPromise;
import io.niaga.orders.order.Cancellation;
import io.niaga.orders.order.FulfillmentView;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.PaymentView;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.order.ShowOrder;
import io.niaga.orders.order.Terms;
import io.niaga.orders.quote.http.AddressJson;
import io.niaga.orders.quote.http.TotalsJson;
import io.niaga.service.openapi.Among;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it; address and contact only to those who may see them. */
public record OrderJson(
        String id,
        String number,
        @Among(OrderState.class) String state,
        StoreId storeId,
        @Nullable UserId customerId,
        String quoteId,
        Instant placedAt,

        @Schema(description = "When its state, or what is shown of it, last changed. That time passes is no change.")
        Instant changedAt,

        @Nullable Instant payBy,

        @Schema(description = "Once it is COMPLETED: a return may be asked for before that.") @Nullable
        Instant returnableUntil,

        boolean taxIncluded,
        List<OrderLineJson> lines,
        TotalsJson totals,
        @Nullable String couponCode,
        Shipping shipping,
        Payment payment,
        Fulfillment fulfillment,
        @Nullable AddressJson shippingAddress,
        @Nullable Contact contact,
        @Nullable Cancelled cancellation,
        @Nullable BrokenPromise brokenPromise) {
    /** How it is shipped, and the promise. */
    public record Shipping(String optionId, String carrier, String service, Money price, Instant promisedBy) {}

    /** The order's payment as far as the order knows it; its own resource knows more. */
    public record Payment(
            String id,
            PaymentMethod method,

            @Schema(
                    allowableValues = {
                        "CREATED",
                        "REQUIRES_ACTION",
                        "PENDING",
                        "FAILED",
                        "EXPIRED",
                        "TO_COLLECT",
                        "AUTHORIZED",
                        "CAPTURED",
                        "CANCELLED",
                        "LATE_PAID",
                        "PARTIALLY_REFUNDED",
                        "REFUNDED"
                    })
            String state,

            Money amount,
            @Schema(implementation = NextAction.class) Map<String, Object> nextAction,
            Money refunded,
            @Nullable Refund refund,
            List<Repaid> refunds) {
        static Payment of(Order order) {
            PaymentView view = order.payment();
            String refund = view.hasRefund() ? view.refundState() : null;
            return new Payment(
                    order.id().payment(),
                    order.terms().method(),
                    view.state(),
                    order.terms().total(),
                    view.nextAction(),
                    view.repaid(order.terms().total()),
                    refund == null ? null : new Refund(order.id().refund(), refund),
                    view.repayments().stream()
                            .map(r -> new Repaid(r.id(), r.state(), r.amount()))
                            .toList());
        }
    }

    /** What the buyer does next, as payment-service tells it: it is passed on, and only described here. */
    public record NextAction(
            @Schema(allowableValues = {"CONFIRM", "REDIRECT", "PAY_VIRTUAL_ACCOUNT", "SHOW_QR", "NONE"})
            String type,

            @Nullable String bank,
            @Nullable String number,
            @Nullable String url,
            @Nullable String text,
            @Nullable Money amount,
            @Nullable Instant payBy) {}

    /** What goes back because the order ended. */
    public record Refund(
            String id, @Among(Repayment.State.class) String state) {}

    /** Money that went back or is about to, whatever the cause. */
    public record Repaid(
            String id, @Among(Repayment.State.class) String state, Money amount) {}

    /** The order's fulfillment as far as the order knows it. */
    public record Fulfillment(String id, FulfillmentView.Stage state, List<FulfillmentView.Parcel> parcels) {}

    /** How the buyer is reached. */
    public record Contact(String email, @Nullable String phone) {
        /** What a mail address looks like. */
        public static final String EMAIL = "[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]{2,}";
    }

    /** Why it was called off. */
    public record Cancelled(Cancellation.Reason reason, Instant at) {}

    public static OrderJson of(ShowOrder.Shown shown) {
        Order order = shown.order();
        Terms terms = order.terms();
        boolean personal = shown.personal();
        return new OrderJson(
                order.id().value(),
                order.number().value(),
                order.state().code(),
                terms.storefront().store(),
                terms.buyer().account(),
                order.id().quote().value(),
                terms.placedAt(),
                order.changedAt(),
                order.state() instanceof OrderState.AwaitingPayment s ? s.payBy() : null,
                shown.returnableUntil(),
                terms.storefront().taxIncluded(),
                OrderLineJson.all(shown),
                TotalsJson.of(terms.totals()),
                terms.couponCode(),
                shipping(terms),
                Payment.of(order),
                fulfillment(order),
                personal ? AddressJson.of(order.destination().address()) : null,
                personal ? new Contact(terms.contact().email(), terms.contact().phone()) : null,
                cancelled(order.state()),
                order.state() instanceof OrderState.PromiseFailed s ? s.promise() : null);
    }

    private static Shipping shipping(Terms terms) {
        var s = terms.shipping();
        return new Shipping(s.optionId(), s.carrier(), s.service(), s.price(), s.promisedBy());
    }

    private static Fulfillment fulfillment(Order order) {
        FulfillmentView view = order.fulfillment();
        return new Fulfillment(order.id().fulfillment(), view.stage(), view.parcels());
    }

    private static @Nullable Cancelled cancelled(OrderState state) {
        return switch (state) {
            case OrderState.Cancelling s ->
                new Cancelled(s.cancellation().reason(), s.cancellation().at());
            case OrderState.Cancelled s -> new Cancelled(s.cancellation().reason(), s.at());
            case OrderState.Placing _, OrderState.Refusing _, OrderState.Refused _ -> null;
            case OrderState.AwaitingPayment _, OrderState.Confirmed _, OrderState.InFulfillment _ -> null;
            case OrderState.Completed _, OrderState.Expiring _, OrderState.Expired _ -> null;
            case OrderState.Reviving _, OrderState.PromiseFailed _ -> null;
        };
    }
}
