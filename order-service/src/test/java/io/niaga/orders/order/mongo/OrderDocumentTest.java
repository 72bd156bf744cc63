package io.niaga.orders.order.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.OrdersDocumentsAccess;
import io.niaga.orders.Samples;
import io.niaga.orders.order.AccessLetters;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.BrokenPromise;
import io.niaga.orders.order.Destination;
import io.niaga.orders.order.FulfillmentView;
import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderMemory;
import io.niaga.orders.order.OrderNumber;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.PaymentView;
import io.niaga.orders.order.Refusal;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.order.ReturnState;
import io.niaga.orders.order.Returns;
import io.niaga.orders.order.Step;
import io.niaga.orders.order.Work;
import io.niaga.orders.quote.QuoteId;
import io.niaga.testsupport.Golden;
import io.niaga.types.Revision;
import io.niaga.types.TypeId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

class OrderDocumentTest {
    private static final String V1 = "/documents/order-v1.json";
    private static final String V2 = "/documents/order-v2.json";
    private static final String V3 = "/documents/order-v3.json";
    private static final Instant CHANGED = Samples.NOW.plusSeconds(60);
    private static final OrderState AWAITING = new OrderState.AwaitingPayment(Samples.NOW.plus(Samples.WINDOW));
    private static final Revision REVISION = new Revision(4, 2, true);

    private final MappingMongoConverter converter = OrdersDocumentsAccess.converter();

    @Test
    void an_order_is_kept_as_the_third_version_says_and_read_back_whole() throws IOException {
        OrderMemory memory = whole(CHANGED);
        Document document = new Document();
        converter.write(OrderDocument.of(memory), document);
        Golden.matches(
                Path.of("order-service/src/test/resources" + V3),
                document.toJson(JsonWriterSettings.builder()
                        .outputMode(JsonMode.EXTENDED)
                        .indent(true)
                        .build()));

        assertThat(read(V3)).isEqualTo(memory);
    }

    @Test
    void an_order_of_the_second_version_last_changed_when_something_last_happened_to_it() throws IOException {
        assertThat(read(V2)).isEqualTo(whole(Samples.NOW));

        Document byAnOlderReplica = parsed(V3).append("schemaVersion", 2);
        assertThat(read(byAnOlderReplica).changedAt()).isEqualTo(CHANGED);
        byAnOlderReplica = parsed(V3).append("schemaVersion", 2).append("changedAt", Date.from(Instant.EPOCH));
        assertThat(read(byAnOlderReplica).changedAt()).isEqualTo(Samples.NOW);
    }

    private static OrderMemory whole(Instant changedAt) {
        PaymentView payment = PaymentView.NONE
                .assuredBy(Assurance.CAPTURED)
                .owing(Samples.idr("500000.00"))
                .with(new Repayment("rfd_1", Samples.idr("13200.00"), "SUCCEEDED"), Samples.idr("513200.00"));
        Destination destination = new Destination(Samples.ADDRESS, Samples.ADDRESS);
        return Order.restore(memory(AWAITING, payment, destination, returns())).memory(changedAt, REVISION);
    }

    @Test
    void an_order_of_the_first_version_is_read_as_if_it_had_been_written_now() throws IOException {
        PaymentView payment = PaymentView.NONE.assuredBy(Assurance.CAPTURED);
        assertThat(read(V1)).isEqualTo(memory(AWAITING, payment, Destination.of(Samples.ADDRESS), Returns.NONE));
    }

    private OrderMemory read(String fixture) throws IOException {
        return read(parsed(fixture));
    }

    private OrderMemory read(Document kept) {
        return converter.read(OrderDocument.class, OrderUpgrade.current(kept)).memory(REVISION);
    }

    private static Document parsed(String fixture) throws IOException {
        try (var stream = OrderDocumentTest.class.getResourceAsStream(fixture)) {
            return Document.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Returns returns() {
        Return.Line line = new Return.Line(1, Samples.SHIRT, 2, Return.Reason.DEFECTIVE);
        Inspection inspection = new Inspection(
                Samples.NOW,
                List.of(new Inspection.Found(
                        1, Samples.SHIRT, 1, 1, 0, 2, Samples.idr("448200.00"), Samples.idr("44416.22"))),
                new Inspection.Worth(Samples.idr("448200.00"), Samples.idr("0.00"), Samples.idr("44416.22")));
        List<ReturnState> states = List.of(
                new ReturnState.Requested(Samples.NOW),
                new ReturnState.Approved(Samples.NOW, Samples.NOW),
                new ReturnState.Received(Samples.NOW, Samples.NOW),
                new ReturnState.Inspected(inspection, true),
                new ReturnState.Settled(inspection, Samples.NOW),
                new ReturnState.Refused("Worn", Samples.NOW),
                new ReturnState.Cancelled(ReturnState.Ending.NEVER_SENT, Samples.NOW));
        List<Return> all = new ArrayList<>();
        for (ReturnState state : states) {
            ReturnId id = ReturnId.of(new TypeId("ret", new UUID(6, all.size())).toString());
            all.add(new Return(id, Samples.NOW, List.of(line), "Too small", state, null, 1)
                    .waitingForSomebody(Return.Attention.Cause.UNANSWERED, Samples.NOW));
        }
        return new Returns(all);
    }

    @Test
    void when_letters_were_asked_for_is_read_back_as_it_was_written() {
        OrderDocument asked = OrderDocument.of(
                memory(AWAITING, PaymentView.NONE, Destination.of(Samples.ADDRESS), Returns.NONE, letters()));
        Document document = new Document();
        converter.write(asked, document);
        assertThat(converter
                        .read(OrderDocument.class, document)
                        .memory(REVISION)
                        .letters())
                .isEqualTo(letters());
    }

    private static AccessLetters letters() {
        return new AccessLetters(List.of(Samples.NOW, Samples.NOW.plus(Samples.WINDOW)));
    }

    @Test
    void every_state_is_read_back_as_it_was_written() {
        Refusal refusal = new Refusal(
                OrderProblem.SOLD_OUT,
                Map.of(Samples.SARONG, 2),
                QuoteId.of(Samples.quote(9, null).id().value()));
        for (OrderState state : List.of(
                new OrderState.Placing(Samples.NOW),
                new OrderState.Refusing(refusal),
                new OrderState.Refused(Refusal.of(OrderProblem.QUOTE_EXPIRED)),
                new OrderState.Confirmed(Samples.NOW),
                new OrderState.InFulfillment(Samples.NOW),
                new OrderState.Completed(Samples.NOW),
                new OrderState.PromiseFailed(new BrokenPromise(BrokenPromise.Reason.DAMAGED, Samples.NOW)),
                new OrderState.Expiring(Samples.NOW),
                new OrderState.Expired(Samples.NOW),
                new OrderState.Reviving(Samples.NOW))) {
            Document document = new Document();
            converter.write(StateDocument.of(state), document);
            assertThat(converter.read(StateDocument.class, document).state()).isEqualTo(state);
        }
    }

    private static OrderMemory memory(OrderState state, PaymentView payment, Destination destination, Returns returns) {
        return memory(state, payment, destination, returns, AccessLetters.NONE);
    }

    private static OrderMemory memory(
            OrderState state, PaymentView payment, Destination destination, Returns returns, AccessLetters letters) {
        return new OrderMemory(
                Samples.orderId(1),
                new OrderNumber("261124-7K3M-9QXD"),
                Samples.terms(1, "HEMAT10", PaymentMethod.CARD),
                state,
                new Work(3, List.of(Step.COMMIT), 1),
                payment,
                new FulfillmentView(
                        FulfillmentView.Stage.HANDED_OVER,
                        List.of(new FulfillmentView.Parcel("TRK1", "sandbox", "REG", "IN_TRANSIT"))),
                destination,
                returns,
                letters,
                List.of(new Moment(Samples.NOW, Moment.Type.PAID, Map.of("assurance", "CAPTURED"))),
                Map.of("pay_1", 4L),
                Samples.NOW,
                REVISION);
    }
}
