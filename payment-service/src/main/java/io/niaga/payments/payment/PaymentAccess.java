package io.niaga.payments.payment;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.UserId;
import java.util.Optional;

/** Who may see and pay a payment: its customer, whoever holds its order's token, and staff by the permission table. */
public final class PaymentAccess {
    public static final String PAY = "payment:pay";

    private final Permissions permissions;

    public PaymentAccess(Permissions permissions) {
        this.permissions = permissions;
    }

    public void requireRead(Actor actor, Payment payment) {
        require(actor, "payment:read", payment);
    }

    public void requirePay(Actor actor, Payment payment) {
        require(actor, PAY, payment);
    }

    /** Whether it is the actor's own to pay, rather than one they pay for somebody. */
    boolean owns(Actor actor, Payment payment) {
        PaymentTerms terms = payment.terms();
        Optional<UserId> customer = Optional.ofNullable(terms.customer());
        return actor.holds(terms.id().typeId())
                || (customer.isPresent() && actor instanceof Actor.Person && customer.equals(actor.person()));
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
