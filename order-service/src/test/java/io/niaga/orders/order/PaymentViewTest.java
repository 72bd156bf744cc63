package io.niaga.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.Samples;
import io.niaga.types.Money;
import org.junit.jupiter.api.Test;

/** What is shown of a payment when money went back: as much as went back. */
class PaymentViewTest {
    private static final Money TOTAL = Samples.idr("663000.00");
    private static final PaymentView PAID = PaymentView.NONE.assuredBy(Assurance.CAPTURED);

    private static PaymentView back(PaymentView of, String id, String amount, String state) {
        return of.with(new Repayment(id, Samples.idr(amount), state), TOTAL);
    }

    @Test
    void a_part_is_a_part_and_the_parts_are_the_whole() {
        PaymentView one = back(PAID, "rfd_1", "13000.00", "SUCCEEDED");
        PaymentView two = back(one, "rfd_2", "649999.99", "SUCCEEDED");
        PaymentView all = back(two, "rfd_3", "0.01", "SUCCEEDED");

        assertThat(one.state()).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(two.state()).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(all.state()).isEqualTo("REFUNDED");
        assertThat(all.repaid(TOTAL)).isEqualTo(TOTAL);
    }

    @Test
    void what_is_under_way_or_failed_has_not_gone_back() {
        assertThat(back(PAID, "rfd_1", "663000.00", "PENDING").state()).isEqualTo("CAPTURED");
        assertThat(back(PAID, "rfd_1", "663000.00", "FAILED").state()).isEqualTo("CAPTURED");
    }

    @Test
    void the_rest_that_an_ended_order_sends_back_is_the_whole_only_with_what_went_before() {
        PaymentView rest = back(PAID.owing(Samples.idr("650000.00")), "rfd_end", "650000.00", "SUCCEEDED")
                .refund("SUCCEEDED");
        assertThat(rest.state()).as("the other part is still under way").isEqualTo("PARTIALLY_REFUNDED");
        assertThat(rest.isRefunded()).isTrue();

        assertThat(back(rest, "rfd_staff", "13000.00", "FAILED").state()).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(back(rest, "rfd_staff", "13000.00", "SUCCEEDED").state()).isEqualTo("REFUNDED");
    }

    @Test
    void cash_that_was_never_collected_is_given_up_and_not_refunded() {
        PaymentView cash = PaymentView.NONE.assuredBy(Assurance.CASH_ON_DELIVERY);
        PaymentView given = cash.refund("SUCCEEDED");
        assertThat(given.state()).isEqualTo("CANCELLED");
        assertThat(given.isUncollected()).isTrue();
        assertThat(given.isPaidBack()).isFalse();
        assertThat(cash.ended("CANCELLED").refund("SUCCEEDED").state()).isEqualTo("CANCELLED");
    }

    @Test
    void cash_that_was_collected_goes_back_like_any_money() {
        PaymentView collected =
                PaymentView.NONE.assuredBy(Assurance.CASH_ON_DELIVERY).ended("CAPTURED");
        assertThat(collected.isUncollected()).isFalse();
        assertThat(back(collected, "rfd_1", "13000.00", "SUCCEEDED").state()).isEqualTo("PARTIALLY_REFUNDED");
    }
}
