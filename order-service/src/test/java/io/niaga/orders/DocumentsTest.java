package io.niaga.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.PaymentView;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.order.Step;
import io.niaga.orders.order.Terms;
import io.niaga.orders.order.Work;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

class DocumentsTest {
    private final MappingMongoConverter converter = OrdersDocuments.converter();

    @Test
    void terms_come_back_as_they_were() {
        Terms terms = Samples.terms(1, "HEMAT10", PaymentMethod.CARD);
        Document document = write(terms);

        assertThat(converter.read(Terms.class, document)).isEqualTo(terms);
        assertThat(document.keySet())
                .containsExactlyInAnyOrder(
                        "cart",
                        "buyer",
                        "storefront",
                        "language",
                        "contact",
                        "address",
                        "couponCode",
                        "customerKey",
                        "lines",
                        "shipping",
                        "totals",
                        "method",
                        "placementKey",
                        "placedAt",
                        "payBy");
        assertThat(document.getEmbedded(List.of("totals", "total"), Document.class))
                .isEqualTo(new Document("minor", 61_320_000L).append("currency", "IDR"));
    }

    @Test
    void work_keeps_its_steps_and_nothing_that_can_be_computed() {
        Work work = new Work(4, List.of(Step.RELEASE, Step.REFUND), 2);
        assertThat(write(work)).containsOnlyKeys("fence", "open", "attempts");
        assertThat(converter.read(Work.class, write(work))).isEqualTo(work);
    }

    @Test
    void what_payment_says_is_next_is_kept_whole() {
        PaymentView view = new PaymentView(
                "REQUIRES_ACTION",
                Map.of("type", "PAY_VIRTUAL_ACCOUNT", "account", Map.of("bank.name", "BCA", "number", "8808")),
                null,
                false,
                null,
                Samples.idr("1000.00"),
                List.of(new Repayment("rfd_1", Samples.idr("500.00"), "PENDING")));
        assertThat(converter.read(PaymentView.class, write(view))).isEqualTo(view);
    }

    private Document write(Object value) {
        Document document = new Document();
        converter.write(value, document);
        return document;
    }
}
