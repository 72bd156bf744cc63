package io.niaga.users.account;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Precondition;
import io.niaga.types.UseCase;
import io.niaga.types.UserId;
import java.time.Clock;
import java.util.function.Consumer;

/** What people do with their own account. Someone the identity server knows and we do not yet is welcomed at first sight. */
@UseCase
public final class ManageAccount {
    private static final String DEFAULT_LANGUAGE = "id";
    private final Accounts accounts;
    private final Directory directory;
    private final Clock clock;

    public ManageAccount(Accounts accounts, Directory directory, Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    public Account own(Actor.Person person) {
        return accounts.find(person.id()).orElseGet(() -> welcome(person));
    }

    private Account welcome(Actor.Person newcomer) {
        UserId id = newcomer.id();
        Directory.Person person = directory.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        if (newcomer.roles().isEmpty() && newcomer.stores().isEmpty()) {
            // Their registration was cut off. Before the account is there, so that cut off here they come by again.
            directory.makeCustomer(id);
        }
        Profile profile = new Profile(person.name().isBlank() ? null : person.name(), null, DEFAULT_LANGUAGE);
        accounts.add(Account.register(id, person.email(), profile, clock.instant()));
        return accounts.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
    }

    /** @throws io.niaga.types.ProblemException STALE_VERSION, CONCURRENT_CHANGE, whatever the change throws */
    public Account change(Actor.Person person, Precondition precondition, Consumer<Account> change) {
        Account account = own(person);
        precondition.check(account.revision());
        change.accept(account);
        if (!accounts.save(account)) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        return own(person);
    }
}
