package io.niaga.users.partner;

import io.niaga.types.Actor;

/** What somebody did to a partner's program: it is audited with the write. */
public sealed interface ApiClientFact {
    Actor actor();

    record Asked(Actor actor) implements ApiClientFact {}

    record SecretRenewed(Actor actor) implements ApiClientFact {}

    record RemovalDecided(Actor actor) implements ApiClientFact {}
}
