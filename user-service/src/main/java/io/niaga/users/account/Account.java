package io.niaga.users.account;

import io.niaga.types.Revision;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A person's account with us. The mail address is the identity server's; here it is a copy. */
public final class Account {
    private static final int MOST_ADDRESSES = 20;
    private final UserId id;
    private final String email;
    private final Instant registeredAt;
    private final Revision revision;
    private final List<Address> addresses;
    private Profile profile;

    private Account(UserId id, String email, Profile profile, List<Address> addresses, Registered registered) {
        this.id = id;
        this.email = email;
        this.profile = profile;
        this.addresses = new ArrayList<>(addresses);
        this.registeredAt = registered.at();
        this.revision = registered.revision();
    }

    /** When an account came to be, and which state of it was loaded. */
    public record Registered(Instant at, Revision revision) {}

    public static Account register(UserId id, String email, Profile profile, Instant now) {
        return new Account(id, email, profile, List.of(), new Registered(now, Revision.NEW));
    }

    public static Account restore(
            UserId id, String email, Profile profile, List<Address> addresses, Registered registered) {
        return new Account(id, email, profile, addresses, registered);
    }

    public void change(Profile changed) {
        profile = changed;
    }

    /** Adds the address, or replaces the one with its id. */
    public void keep(Address address) {
        boolean known = addresses.removeIf(a -> a.id().equals(address.id()));
        if (!known && addresses.size() >= MOST_ADDRESSES) {
            throw AccountProblem.TOO_MANY_ADDRESSES.with("most", MOST_ADDRESSES);
        }
        addresses.add(address);
    }

    /** False when there is no such address. */
    public boolean drop(String addressId) {
        return addresses.removeIf(a -> a.id().equals(addressId));
    }

    public UserId id() {
        return id;
    }

    public String email() {
        return email;
    }

    public Profile profile() {
        return profile;
    }

    public List<Address> addresses() {
        return List.copyOf(addresses);
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public Revision revision() {
        return revision;
    }
}
