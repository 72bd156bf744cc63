package io.niaga.users.notification;

import io.niaga.types.Money;
import java.util.List;

/** What a letter needs of an order; asked for when it is written, never kept. */
public record OrderContact(
        String number,
        String storeName,
        String language,
        String email,
        String recipient,
        List<Line> lines,
        Money total) {
    public record Line(String name, int quantity, Money total) {}
}
