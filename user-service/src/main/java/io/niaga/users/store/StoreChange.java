package io.niaga.users.store;

import io.niaga.types.Actor;
import io.niaga.types.Role;
import io.niaga.types.UserId;
import java.util.Set;

/** What a write of a store was about, and whose it was. */
public sealed interface StoreChange {
    Actor actor();

    /** It was opened, or its settings were changed. */
    record Settings(Actor actor) implements StoreChange {}

    /** Someone's roles were changed. */
    record Member(Actor actor, UserId person, Set<Role> before, Set<Role> after) implements StoreChange {}
}
