package io.niaga.users.account;

import io.niaga.types.UserId;
import java.util.Optional;

/** Where accounts are kept. Adding one tells that it was registered, in the same write. */
public interface Accounts {
    Optional<Account> find(UserId id);

    /** False when the account is there already. */
    boolean add(Account account);

    /** False when someone else saved in between. */
    boolean save(Account account);
}
