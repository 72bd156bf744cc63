package io.niaga.orders.returns;

import io.niaga.orders.order.Return;
import io.niaga.types.Actor;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the process learns about a return. */
public sealed interface ReturnFact {
    /** What somebody decided or found; told to the audit when it is the staff's. */
    sealed interface Word extends ReturnFact {
        Actor actor();
    }

    record Approved(Actor actor) implements Word {}

    record Refused(Actor actor, String reason) implements Word {}

    record ParcelReceived(Actor actor) implements Word {}

    record GoodsInspected(Actor actor, List<Count> counts) implements Word {
        public GoodsInspected {
            counts = List.copyOf(counts);
        }
    }

    /** What was found of a SKU. */
    record Count(Sku sku, int resellable, int damaged, int missing) {}

    record CalledOff(Actor actor, boolean staff) implements Word {}

    /**
     * A person ends a return whose refund got stuck.
     *
     * @param agreed what goes back; null: what the inspection said
     */
    record SettlementAgreed(Actor actor, @Nullable Money agreed) implements Word {}

    /** What a step led to; an outcome that is not known is not a fact. */
    sealed interface Answer extends ReturnFact {}

    record Restocked() implements Answer {}

    /** The money is on its way; payment tells how that ended. */
    record RefundPending() implements Answer {}

    record RefundSent() implements Answer {}

    /** Trying again is of no use without a person. */
    record Stuck(Return.Attention.Cause cause) implements Answer {}

    /** Nothing happened, but time went by, or payment told something. */
    record TimePassed() implements ReturnFact {}
}
