package io.niaga.users.notification;

import io.niaga.types.Money;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter needs of an order; asked for when it is written, never kept.
 *
 * @param accessCode opens the order to whoever has it; null where the buyer has an account
 * @param toPay null when there is nothing to pay, or not any more
 */
public record OrderContact(
        String number,
        String storeName,
        String language,
        String email,
        String recipient,
        List<Line> lines,
        Money total,
        @Nullable String accessCode,
        @Nullable ToPay toPay) {
    public record Line(String name, int quantity, Money total) {}

    /**
     * What the buyer owes, and until when in the store's days.
     *
     * @param action how it is paid, as payment-service calls it
     * @param account where to; null unless that is known
     */
    public record ToPay(
            Money amount,
            ZonedDateTime until,
            String action,
            @Nullable Account account) {}

    /** A virtual account, for this order alone. */
    public record Account(String bank, String number) {}

    /** Nothing personal and no code in logs, whoever prints it. */
    @Override
    public String toString() {
        return "OrderContact[" + number + "]";
    }
}
