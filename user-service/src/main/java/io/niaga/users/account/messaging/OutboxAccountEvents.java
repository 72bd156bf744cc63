package io.niaga.users.account.messaging;

import io.niaga.events.Topics;
import io.niaga.events.users.AccountRegisteredV1;
import io.niaga.messaging.Outgoing;
import io.niaga.users.account.Account;
import java.util.List;

/** What an account tells: that it is there; never whose. */
public final class OutboxAccountEvents {
    private OutboxAccountEvents() {}

    public static List<Outgoing> registered(Account account) {
        AccountRegisteredV1 body = new AccountRegisteredV1(account.id().value(), account.registeredAt());
        return List.of(Outgoing.to(Topics.USER, AccountRegisteredV1.TYPE, body));
    }
}
