package io.niaga.users.account;

import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The identity server, as we administer it. Each command may be repeated. */
public interface Directory {
    /**
     * A person as the identity server knows them.
     *
     * @param emailVerified whether they have shown that the mail address is theirs; anybody may register with any
     */
    record Person(UserId id, String email, boolean emailVerified, String name) {}

    /**
     * Makes a person who can sign in as a customer, or nobody; cut off in between, {@link #makeCustomer} completes them.
     *
     * @throws io.niaga.types.ProblemException EMAIL_TAKEN, PASSWORD_REFUSED, SERVICE_UNAVAILABLE
     */
    UserId register(String email, String password, String name);

    /** Gives the person the role of customers, which their next token shows. */
    void makeCustomer(UserId id);

    Optional<Person> find(UserId id);

    /** Those of them that are known, in any order; asked for together. */
    List<Person> find(Collection<UserId> ids);

    /** Who has this mail address, in whatever case it is written; of several, two. */
    List<Person> withEmail(String email);

    /** Makes the person's roles in the store exactly these. */
    void setRoles(UserId id, StoreId store, Set<Role> roles);
}
