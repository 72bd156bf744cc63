package io.niaga.orders.order.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.OrdersDocumentsAccess;
import io.niaga.orders.Samples;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.FulfillmentView;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderNumber;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.PaymentView;
import io.niaga.orders.order.Refusal;
import io.niaga.orders.order.Step;
import io.niaga.orders.order.Work;
import io.niaga.orders.quote.QuoteId;
import io.niaga.testsupport.Golden;
import io.niaga.types.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

class OrderDocumentTest {
    private static final String V1 = "/documents/order-v1.json";
    private static final Revision REVISION = new Revision(4, 2, true);

    private final MappingMongoConverter converter = OrdersDocumentsAccess.converter();

    @Test
    void an_order_is_kept_as_the_first_version_says_and_read_back_whole() throws IOException {
        Order.Memory memory = memory(new OrderState.AwaitingPayment(Samples.NOW.plus(Samples.WINDOW)));
        Document document = new Document();
        converter.write(OrderDocument.of(memory), document);
        Golden.matches(
                Path.of("order-service/src/test/resources" + V1),
                document.toJson(JsonWriterSettings.builder()
                        .outputMode(JsonMode.EXTENDED)
                        .indent(true)
                        .build()));

        try (var fixture = OrderDocumentTest.class.getResourceAsStream(V1)) {
            Document old = Document.parse(new String(fixture.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(converter.read(OrderDocument.class, old).memory(REVISION))
                    .isEqualTo(memory);
        }
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
                new OrderState.Expiring(Samples.NOW),
                new OrderState.Expired(Samples.NOW),
                new OrderState.Reviving(Samples.NOW))) {
            Document document = new Document();
            converter.write(StateDocument.of(state), document);
            assertThat(converter.read(StateDocument.class, document).state()).isEqualTo(state);
        }
    }

    private static Order.Memory memory(OrderState state) {
        return new Order.Memory(
                Samples.orderId(1),
                new OrderNumber("261124-7K3M-9QXD"),
                Samples.terms(1, "HEMAT10", PaymentMethod.CARD),
                state,
                new Work(3, List.of(Step.COMMIT), 1),
                PaymentView.NONE.assuredBy(Assurance.CAPTURED),
                new FulfillmentView(
                        FulfillmentView.Stage.HANDED_OVER,
                        List.of(new FulfillmentView.Parcel("TRK1", "sandbox", "REG", "IN_TRANSIT"))),
                List.of(new Moment(Samples.NOW, Moment.Type.PAID, Map.of("assurance", "CAPTURED"))),
                Map.of("pay_1", 4L),
                REVISION);
    }
}
