package io.niaga.users.account;

import io.niaga.types.UseCase;
import io.niaga.types.UserId;
import java.time.Clock;

/** Opens an account: first at the identity server, then with us. Cut off in between, it is completed at first sight. */
@UseCase
public final class RegisterAccount {
    private final Accounts accounts;
    private final Directory directory;
    private final Clock clock;

    public RegisterAccount(Accounts accounts, Directory directory, Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws io.niaga.types.ProblemException EMAIL_TAKEN, PASSWORD_REFUSED, SERVICE_UNAVAILABLE */
    public Account register(String email, String password, Profile profile) {
        String name = profile.name();
        UserId id = directory.register(email, password, name == null ? "" : name);
        Account account = Account.register(id, email, profile, clock.instant());
        accounts.add(account);
        return accounts.find(id).orElse(account);
    }
}
