package io.niaga.payments.payment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.niaga.payments.payment.Instruction;
import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentState;
import io.niaga.payments.payment.PaymentTerms;
import io.niaga.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer does next: CONFIRM (a card with a token, any other method without, to be told anew), REDIRECT to a page
 * of the provider, PAY_VIRTUAL_ACCOUNT to a number, SHOW_QR for scanning, or NONE.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NextActionJson(
        Type type,
        @Nullable String bank,
        @Nullable String number,
        @Nullable String url,
        @Nullable String text,
        @Nullable Money amount,
        @Nullable Instant payBy) {
    /** What kind of a thing it is. */
    enum Type {
        CONFIRM,
        REDIRECT,
        PAY_VIRTUAL_ACCOUNT,
        SHOW_QR,
        NONE
    }

    static NextActionJson of(Payment payment) {
        return switch (payment.state()) {
            case PaymentState.RequiresAction _, PaymentState.Failed _ -> plain(Type.CONFIRM);
            case PaymentState.Challenged challenged -> redirect(challenged.url(), payment.terms());
            case PaymentState.Pending pending -> of(pending.instruction(), payment.terms());
            case PaymentState.Charging _,
                    PaymentState.Expired _,
                    PaymentState.ToCollect _,
                    PaymentState.Captured _,
                    PaymentState.Cancelled _,
                    PaymentState.LatePaid _ -> plain(Type.NONE);
        };
    }

    private static NextActionJson of(Instruction instruction, PaymentTerms terms) {
        return switch (instruction) {
            case Instruction.VirtualAccount account ->
                new NextActionJson(
                        Type.PAY_VIRTUAL_ACCOUNT,
                        account.bank(),
                        account.number(),
                        null,
                        null,
                        terms.amount(),
                        terms.payBy());
            case Instruction.QrCode code ->
                new NextActionJson(Type.SHOW_QR, null, null, null, code.text(), terms.amount(), terms.payBy());
            case Instruction.Redirect redirect -> redirect(redirect.url(), terms);
        };
    }

    private static NextActionJson redirect(String url, PaymentTerms terms) {
        return new NextActionJson(Type.REDIRECT, null, null, url, null, terms.amount(), terms.payBy());
    }

    private static NextActionJson plain(Type type) {
        return new NextActionJson(type, null, null, null, null, null, null);
    }
}
