package io.niaga.users.notification.clients;

import io.niaga.service.clients.RemoteRefused;
import io.niaga.users.notification.Contacts;
import io.niaga.users.notification.OrderContact;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks order-service; an order that it does not know has no contact. */
@Component
final class OrderContacts implements Contacts {
    private final OrderContactApi orders;

    OrderContacts(OrderContactApi orders) {
        this.orders = orders;
    }

    @Override
    public Optional<OrderContact> ofOrder(String orderId) {
        try {
            OrderContactApi.ContactJson c = orders.contact(orderId);
            return Optional.of(new OrderContact(
                    c.number(),
                    c.storeName(),
                    c.language(),
                    c.email(),
                    c.recipient(),
                    c.lines().stream()
                            .map(l -> new OrderContact.Line(l.name(), l.quantity(), l.total()))
                            .toList(),
                    c.totals().total(),
                    c.accessCode(),
                    toPay(c.toPay())));
        } catch (RemoteRefused refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static OrderContact.@Nullable ToPay toPay(OrderContactApi.@Nullable ToPayJson json) {
        if (json == null) {
            return null;
        }
        String bank = json.bank();
        String number = json.number();
        return new OrderContact.ToPay(
                json.amount(),
                json.payBy().atZone(ZoneId.of(json.timeZone())),
                json.action(),
                bank == null || number == null ? null : new OrderContact.Account(bank, number));
    }
}
