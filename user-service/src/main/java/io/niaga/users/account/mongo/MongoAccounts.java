package io.niaga.users.account.mongo;

import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.UserId;
import io.niaga.users.account.Account;
import io.niaga.users.account.Accounts;
import io.niaga.users.account.Address;
import io.niaga.users.account.Profile;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;

/** Accounts in MongoDB: personal data, and only here. */
public final class MongoAccounts implements Accounts {
    private final OutboxCollection collection;
    private final Function<Account, List<Outgoing>> registered;

    public MongoAccounts(OutboxCollection collection, Function<Account, List<Outgoing>> registered) {
        this.collection = collection;
        this.registered = registered;
    }

    @Override
    public Optional<Account> find(UserId id) {
        return Optional.ofNullable(collection.findById(id.value())).map(MongoAccounts::toAccount);
    }

    @Override
    public boolean add(Account account) {
        Document document = changing(account)
                .append("_id", account.id().value())
                .append("schemaVersion", 1)
                .append("email", account.email())
                .append("registeredAt", Date.from(account.registeredAt()));
        try {
            collection.insert(document, registered.apply(account));
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean save(Account account) {
        Document changes = new Document("$set", changing(account));
        return collection.update(account.id().value(), account.revision(), changes, List.of());
    }

    private static Document changing(Account account) {
        Profile profile = account.profile();
        return new Document("name", profile.name())
                .append("phone", profile.phone())
                .append("language", profile.language())
                .append(
                        "addresses",
                        account.addresses().stream().map(MongoAccounts::of).toList());
    }

    private static Document of(Address a) {
        return new Document("id", a.id())
                .append("label", a.label())
                .append("recipient", a.recipient())
                .append("phone", a.phone())
                .append("lines", a.lines())
                .append("villageCode", a.villageCode())
                .append("postalCode", a.postalCode())
                .append("country", a.country());
    }

    private static Account toAccount(Document d) {
        List<Address> addresses = d.getList("addresses", Document.class).stream()
                .map(a -> new Address(
                        a.getString("id"),
                        a.getString("label"),
                        a.getString("recipient"),
                        a.getString("phone"),
                        a.getList("lines", String.class),
                        a.getString("villageCode"),
                        a.getString("postalCode"),
                        a.getString("country")))
                .toList();
        return Account.restore(
                UserId.of(d.getString("_id")),
                d.getString("email"),
                new Profile(d.getString("name"), d.getString("phone"), d.getString("language")),
                addresses,
                new Account.Registered(d.getDate("registeredAt").toInstant(), OutboxCollection.revision(d)));
    }
}
