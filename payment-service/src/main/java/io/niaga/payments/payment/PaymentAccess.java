package io.niaga.payments.payment;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import java.util.Optional;

/** Who may see and pay a payment: its customer, whoever holds its order's token, and staff by the permission table. */
public final class PaymentAccess {
    private final Permissions permissions;

    public PaymentAccess(Permissions permissions) {
        this.permissions = permissions;
    }

    public void requireRead(Actor actor, Payment payment) {
        require(actor, "payment:read", payment);
    }

    public void requirePay(Actor actor, Payment payment) {
        require(actor, "payment:pay", payment);
    }

    private void require(Actor actor, String action, Payment payment) {
        PaymentTerms terms = payment.terms();
        boolean held = actor.holds(terms.id().typeId());
        if (!held
                && !permissions.allows(
                        actor, action, Optional.of(terms.store()), Optional.ofNullable(terms.customer()))) {
            // Whether it exists is nobody else's business.
            throw CommonProblem.NOT_FOUND.now();
        }
    }
}
